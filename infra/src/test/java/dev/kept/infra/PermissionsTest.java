package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.FunctionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    /// Statements that say `*` and may, with the reason.
    private static final Map<String, String> STARS = Map.of(
            "AccountAdministersTheKey", "in a key's own policy * is this key, and a key without a root is lost",
            "StorageServicesUseTheKeyForTheirCallers", "in a key's own policy * is this key",
            "LogsAreEncrypted", "in a key's own policy * is this key",
            "AlarmsReachTheirTopic", "in a key's own policy * is this key");

    /// What a named resource holds: the indexes of a table, the objects of a bucket.
    private static final Pattern BELOW_A_RESOURCE =
            Pattern.compile("\\{\"!Sub\":\"\\$\\{[A-Za-z.]+Arn}(/[a-z]+)?/\\*\"}");

    /// Statements whose resources are wider than that, with the reason.
    private static final Map<String, String> WIDE = Map.of(
            "QueryTheIndex", "indexes of ours, and the aliases for them, are named after the embedding model",
            "FunctionsSearch", "the same, as the domain sees it",
            "KeepTheIndex", "the paths of bulk and index requests vary with the version of OpenSearch",
            "FunctionsKeepTheIndex", "the same, as the domain sees it",
            "LogsAreEncrypted", "in a key's own policy * is this key",
            "AskTheModel", "an inference profile leads to its model in several regions");

    @Test
    void nameActionsAndResources() {
        Set<String> withStar = statements()
                .filter(PermissionsTest::allows)
                .filter(statement -> texts(statement.path("Action")).anyMatch(action -> action.contains("*"))
                        || texts(statement.path("Resource")).anyMatch("*"::equals))
                .map(statement -> statement.path("Sid").asText())
                .collect(Collectors.toSet());
        assertEquals(STARS.keySet(), withStar);
    }

    @Test
    void reachNoFurtherThanWhatAResourceHolds() {
        Set<String> wide = statements()
                .filter(PermissionsTest::allows)
                .filter(statement -> texts(statement.path("Resource"))
                        .anyMatch(text -> text.contains("*")
                                && !text.equals("*")
                                && !BELOW_A_RESOURCE.matcher(text).matches()))
                .map(statement -> statement.path("Sid").asText())
                .collect(Collectors.toSet());
        assertTrue(WIDE.keySet().containsAll(wide), wide::toString);
        assertTrue(wide.contains("QueryTheIndex"), "or nothing was looked at");
    }

    /// The systems of AWS, and the module without which a function cannot reach them.
    private static final Map<String, String> MODULES = Map.of(
            "bedrock", "kept-bedrock",
            "dynamodb", "kept-dynamodb",
            "elasticache", "kept-redis",
            "es", "kept-opensearch",
            "s3", "kept-s3",
            "sqs", "kept-sqs",
            "ssm", "kept-ssm");

    @Test
    void reachOnlyWhatTheFunctionIsBuiltWith() throws IOException {
        for (FunctionModel function : Templates.SYSTEM.functions()) {
            reachesOnlyWhatItIsBuiltWith(function);
        }
    }

    private static void reachesOnlyWhatItIsBuiltWith(FunctionModel function) throws IOException {
        String pom = Files.readString(Templates.ROOT.resolve("functions/" + function.name() + "/pom.xml"));
        JsonNode policies = Templates.MAIN.at("/Resources/" + function.logicalId() + "/Properties/Policies");
        Stream<JsonNode> managed =
                policies.findValuesAsText("!Ref").stream().map(name -> Templates.MAIN.at("/Resources/" + name));
        Stream.concat(Stream.of(policies), managed)
                .flatMap(policy -> policy.findParents("Effect").stream())
                .flatMap(statement -> texts(statement.path("Action")))
                .map(action -> action.substring(0, action.indexOf(':')))
                .distinct()
                .forEach(system -> assertTrue(
                        pom.contains("<artifactId>" + MODULES.get(system) + "</artifactId>"),
                        () -> function.name() + " may use " + system + " and has no " + MODULES.get(system)));
    }

    @Test
    void sayWhatTheyAreFor() {
        statements().forEach(statement -> assertTrue(statement.hasNonNull("Sid"), statement::toString));
    }

    @Test
    void thatReachAccountsReachOnlyTheRecordsMeant() {
        List<JsonNode> onAccounts = statements()
                .filter(statement -> statement.path("Resource").toString().contains("AccountsTableArn"))
                .toList();
        assertTrue(onAccounts.size() > 3);
        onAccounts.forEach(statement ->
                assertTrue(statement.path("Condition").toString().contains("LeadingKeys"), statement::toString));
    }

    @Test
    void ofHandlersThatOnlyReadLetThemOnlyRead() {
        for (String function : List.of("SearchFunction", "ExtractFunction", "AuthorizerFunction")) {
            Set<String> actions = Templates.MAIN.at("/Resources/" + function).findParents("Effect").stream()
                    .flatMap(statement -> texts(statement.path("Action")))
                    .collect(Collectors.toSet());
            assertTrue(
                    Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "s3:GetObject")
                            .containsAll(actions),
                    function);
        }
    }

    @Test
    void toScanAreForUpkeepOnly() {
        Set<String> scanning = Templates.resources(Templates.MAIN, "AWS::Serverless::Function")
                .filter(function -> function.getValue().toString().contains("dynamodb:Scan"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertEquals(Set.of("MaintenanceFunction"), scanning);
    }

    private static Stream<JsonNode> statements() {
        return Templates.ALL.stream().flatMap(template -> template.findParents("Effect").stream());
    }

    private static boolean allows(JsonNode statement) {
        return statement.path("Effect").asText().equals("Allow");
    }

    /// The texts of a value, or of each value of a list; what is computed counts as written.
    private static Stream<String> texts(JsonNode value) {
        return value.isArray()
                ? value.valueStream().flatMap(PermissionsTest::texts)
                : Stream.of(value.isTextual() ? value.asText() : value.toString());
    }
}
