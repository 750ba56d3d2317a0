package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
