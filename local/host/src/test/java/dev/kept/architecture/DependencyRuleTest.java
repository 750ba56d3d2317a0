package dev.kept.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.kept.domain.redaction.StoredTexts;
import dev.kept.domain.search.SearchSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions → application, adapters, runtime → domain; nothing points back or sideways.
class DependencyRuleTest {
    private static final JavaClasses KEPT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "dev.kept.domain",
                    "dev.kept.application",
                    "dev.kept.adapters",
                    "dev.kept.runtime",
                    "dev.kept.functions");

    /// Ways to read a table without a key. Statements of PartiQL do, when they name none.
    private static final Set<String> SCANS =
            Set.of("scan", "scanPaginator", "executeStatement", "batchExecuteStatement");

    /// A rule over a package that does not exist always holds.
    @ParameterizedTest
    @ValueSource(strings = {"domain", "application", "adapters", "runtime", "functions"})
    void everyLayerIsThere(String layer) {
        assertTrue(KEPT.stream().anyMatch(type -> type.getPackageName().startsWith("dev.kept." + layer)));
    }

    @Test
    void domainKnowsOnlyJava() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("dev.kept.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.kept.domain..", "java..", "org.jspecify..")
                .check(KEPT);
    }

    @Test
    void applicationKnowsNoAdapterRuntimeOrFunction() {
        noClasses()
                .that()
                .resideInAPackage("dev.kept.application..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.kept.adapters..", "dev.kept.runtime..", "dev.kept.functions..")
                .check(KEPT);
    }

    /// Each package is a room of its own, those of extraction too: rooms that know each other in a
    /// ring are one.
    @Test
    void roomsOfTheApplicationAreFreeOfCycles() {
        slices().matching("dev.kept.application.(**)").should().beFreeOfCycles().check(KEPT);
    }

    @Test
    void runtimeKnowsNoApplicationAdapterOrFunction() {
        noClasses()
                .that()
                .resideInAPackage("dev.kept.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.kept.adapters..", "dev.kept.application..", "dev.kept.functions..")
                .check(KEPT);
    }

    @Test
    void adaptersKnowNoApplicationRuntimeOrFunction() {
        noClasses()
                .that()
                .resideInAPackage("dev.kept.adapters..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.kept.application..", "dev.kept.runtime..", "dev.kept.functions..")
                .check(KEPT);
    }

    /// What every call of the AWS SDK keeps to is said once, in `adapters.aws`: no system, but what adapters stand on.
    @Test
    void adaptersDoNotKnowEachOther() {
        slices().matching("dev.kept.adapters.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("dev.kept.adapters.aws"))
                .check(KEPT);
    }

    @Test
    void functionsDoNotKnowEachOther() {
        slices().matching("dev.kept.functions.(*)..")
                .should()
                .notDependOnEachOther()
                .check(KEPT);
    }

    @Test
    void systemsStayInTheirAdapters() {
        for (String system :
                List.of("software.amazon.awssdk..", "org.opensearch..", "opennlp..", "dev.langchain4j..")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.kept.adapters..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(system)
                    .check(KEPT);
        }
    }

    @Test
    void lambdaEventsStayInFunctionsAndRuntime() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.kept.functions..", "dev.kept.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.amazonaws.services.lambda..")
                .check(KEPT);
    }

    @Test
    void micronautStaysInFunctionsTheirGroundAndFactories() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.kept.functions..", "dev.kept.runtime.lambda")
                .and()
                .haveSimpleNameNotEndingWith("Factory")
                .and()
                .haveNameNotMatching(".*\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.context..", "io.micronaut.function..")
                .check(KEPT);
    }

    /// Copies of one snapshot would draw the same numbers from a generator with a seed (docs/snapshots.md). How long a
    /// writer waits for another one may be the same.
    @Test
    void nothingIsDrawnFromAGeneratorWithASeed() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.kept\\.adapters\\.dynamodb\\.Contention")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)")
                .orShould()
                .callMethod(Math.class, "random")
                .check(KEPT);
    }

    /// A scan reads a whole table, whoever owns what is in it.
    @Test
    void onlyARebuildAndARedactionScanTables() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Everything")
                .and()
                .doNotHaveSimpleName("DynamoDbStoredTexts")
                .should()
                .callMethodWhere(describe(
                        "a scan",
                        call -> SCANS.contains(call.getTarget().getName())
                                && call.getTargetOwner()
                                        .getPackageName()
                                        .startsWith("software.amazon.awssdk.services.dynamodb")))
                .check(KEPT);
        assertTrue(KEPT.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .anyMatch(call -> call.getTarget().getName().equals("scan")));
    }

    @Test
    void onlyUpkeepAsksForWhatIsScanned() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.kept.application.indexing..",
                        "dev.kept.application.maintenance..",
                        "dev.kept.adapters.dynamodb..")
                .should()
                .callMethod(SearchSource.class, "everything", Optional.class, int.class)
                .orShould()
                .callMethod(StoredTexts.class, "rewrite", Optional.class, int.class, UnaryOperator.class)
                .check(KEPT);
    }
}
