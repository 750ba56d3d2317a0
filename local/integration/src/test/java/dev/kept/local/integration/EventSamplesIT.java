package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.StackFailed;
import dev.kept.local.template.FunctionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every file under events/ through its function, as `./kept invoke` would send it. The samples tell one story about
/// the user u1, so they are sent in the order of the table.
@OnTheStack
final class EventSamplesIT {

    /// What a sample is answered with: a status over HTTP, `true` or `false` by the authorizer, the ids of failed items
    /// from a batch, the field of a reply where the function gives an object, `refused` where it fails.
    private static final String TABLE = """
            authorizer/bearer.json false
            authorizer/another-scheme.json false
            authorizer/empty-key.json false
            authorizer/no-header.json false
            authorizer/unknown-key.json false
            health/health.json 200
            health/openapi.json 200
            migration/migrate.json applied
            migration/status.json applied
            migration/rollback.json undone
            migration/unknown-action.json refused
            migration/deploy-create.json SUCCESS
            migration/deploy-update.json SUCCESS
            migration/deploy-delete.json SUCCESS
            users/create.json 201
            users/base64-body.json 409
            users/create-key.json 201
            users/get.json 200
            users/list.json 200
            users/change-key.json 200
            users/change-key-out-of-bounds.json 400
            users/list-keys.json 200
            users/malformed-json.json 400
            users/missing-body.json 400
            users/unknown-field.json 400
            users/not-an-admin.json 403
            session-start/start.json 201
            session-start/base64-body.json 200
            session-start/start-with-nothing.json 201
            session-start/start-with-context.json 201
            session-start/malformed-json.json 400
            session-start/missing-body.json 201
            session-start/unknown-field.json 400
            sessions/get.json 200
            sessions/list.json 200
            sessions/change.json 200
            sessions/link.json 201
            sessions/base64-body.json 201
            sessions/chain.json 200
            sessions/suggestions.json 200
            sessions/recover.json 200
            sessions/malformed-json.json 400
            sessions/missing-body.json 400
            sessions/unknown-field.json 400
            sessions/not-an-id.json 400
            sessions/extract-again.json 202
            sessions/get-extraction-settings.json 200
            sessions/put-extraction-settings.json 200
            sessions/put-extraction-settings-without-project.json 400
            turns/add.json 202
            turns/add-same-turn-twice.json 202
            turns/add-tool-output.json 202
            turns/base64-body.json 202
            turns/add-none.json 400
            turns/add-unknown-role.json 400
            turns/malformed-json.json 400
            turns/missing-body.json 400
            turns/unknown-field.json 400
            turns/list.json 200
            turns/list-of-session.json 200
            operations/get.json 200
            operations/wait.json 200
            operations/wait-too-long.json 400
            operations/retry.json 202
            memory-extraction/turns.json []
            memory-extraction/delivered-again.json []
            memory-extraction/several-sessions.json []
            memory-extraction/traced.json []
            memory-extraction/one-invalid-among-valid.json [00000002-0000-4000-8000-000000000002]
            memories/get.json 200
            memories/list.json 200
            memories/history.json 200
            memories/change.json 200
            memories/create.json 201
            memories/create-with-content-only.json 201
            memories/base64-body.json 201
            memories/batch.json 200
            memories/feedback.json 200
            memories/merge.json 200
            memories/merge-one.json 400
            memories/split.json 201
            memories/delete.json 412
            memories/malformed-json.json 400
            memories/missing-body.json 400
            memories/unknown-field.json 400
            documents/keep.json 201
            documents/base64-body.json 201
            documents/preview.json 200
            documents/list.json 200
            documents/get.json 200
            documents/delete.json 204
            documents/binary-content.json 400
            documents/malformed-json.json 400
            documents/missing-body.json 400
            documents/unknown-field.json 400
            search/search.json 200
            search/explain.json 200
            search/base64-body.json 200
            search/similar.json 200
            search/similar-unknown-kind.json 400
            search/empty-query.json 400
            search/malformed-json.json 400
            search/missing-body.json 400
            search/unknown-field.json 400
            context/build.json 201
            context/build-with-nothing.json 201
            context/base64-body.json 201
            context/preview.json 200
            context/get.json 200
            context/versions.json 200
            context/version.json 200
            context/diff.json 200
            context/export.json 200
            context/export-as-markdown.json 200
            context/import-foreign-file.json 400
            context/put-template.json 201
            context/put-broken-template.json 400
            context/get-template.json 200
            context/list-templates.json 200
            context/delete-template.json 204
            context/version-not-a-number.json 400
            context/budget-too-small.json 400
            context/malformed-json.json 400
            context/missing-body.json 400
            context/unknown-field.json 400
            extract/text.json 200
            extract/turns.json 200
            extract/base64-body.json 200
            extract/malformed-json.json 400
            extract/missing-body.json 400
            extract/unknown-field.json 400
            extraction-rules/put.json 200
            extraction-rules/put-for-a-project.json 200
            extraction-rules/put-yaml.json 200
            extraction-rules/try.json 200
            extraction-rules/base64-body.json 200
            extraction-rules/show.json 200
            extraction-rules/show-as-yaml.json 200
            extraction-rules/restore.json 200
            extraction-rules/matches-everything.json 400
            extraction-rules/malformed-json.json 400
            extraction-rules/missing-body.json 400
            extraction-rules/unknown-field.json 400
            extraction-rules/reset.json 204
            submissions/turns.json []
            submissions/memory.json []
            submissions/document.json []
            submissions/same-message-twice.json []
            submissions/one-invalid-among-valid.json []
            submissions/malformed-json.json []
            submissions/unknown-kind-version-and-user.json []
            outbox/turns-added.json []
            outbox/turns-traced.json []
            outbox/session-ended.json []
            outbox/session-deleted.json []
            outbox/operation-asked-for.json []
            outbox/memory-created.json []
            outbox/memory-changed.json []
            outbox/memory-deleted.json []
            outbox/document-kept.json []
            indexer/turn-added.json []
            indexer/turn-deleted.json []
            indexer/memory-changed.json []
            indexer/memory-deleted.json []
            indexer/document-kept.json []
            indexer/document-deleted.json []
            indexer/several.json []
            context-building/one-project.json []
            context-building/several.json []
            context-building/without-project.json []
            context-building/one-invalid-among-valid.json [00000002-0000-4000-8000-000000000002]
            maintenance/end-idle-sessions.json ended
            maintenance/reconcile.json sessions
            maintenance/reindex.json indexed
            maintenance/redact.json finished
            maintenance/warm.json requested
            maintenance/count-memories.json users
            maintenance/count-all-memories.json users
            maintenance/unknown-job.json refused
            maintenance/embeddings-status.json current
            maintenance/embeddings-fill.json current
            maintenance/embeddings-unknown-action.json refused
            session-end/end.json 202
            session-end/base64-body.json 202
            session-end/missing-body.json 202
            session-end/malformed-json.json 400
            session-end/unknown-field.json 400
            sessions/delete.json 204
            users/delete-key.json 204
            users/delete.json 204
            """;

    private final Stack stack;
    private final SampleStory story;

    EventSamplesIT(Stack stack) {
        this.stack = stack;
        this.story = new SampleStory(stack);
    }

    /// In the order in which they are told.
    static Map<String, String> table() {
        return TABLE.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, _) -> a, LinkedHashMap::new));
    }

    @Test
    void theTableNamesEverySample() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.file("events"))) {
            Set<String> samples = files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> Repository.file("events").relativize(file).toString())
                    .collect(Collectors.toSet());
            assertEquals(new TreeSet<>(samples), new TreeSet<>(table().keySet()));
        }
    }

    @Test
    void everyFunctionHasASample() {
        Set<String> functions =
                stack.system().functions().stream().map(FunctionModel::name).collect(Collectors.toSet());
        Set<String> sampled = table().keySet().stream()
                .map(name -> name.substring(0, name.indexOf('/')))
                .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(functions), new TreeSet<>(sampled));
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsAnswered() {
        return table().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> isAnswered(row.getKey(), row.getValue())));
    }

    private void isAnswered(String name, String expected) {
        if (expected.equals("refused")) {
            StackFailed refused = assertThrows(StackFailed.class, () -> story.send(name));
            assertTrue(String.valueOf(refused.getMessage()).contains("must be"), refused::toString);
            return;
        }
        String reply = story.send(name);
        assertEquals(expected, outcome(name, reply), reply);
    }

    /// In the terms of the table.
    private static String outcome(String name, String reply) {
        JsonNode json = Json.read(reply);
        if (json.has("statusCode")) {
            checkHttp(name, json);
            return json.path("statusCode").asText();
        }
        if (json.has("isAuthorized")) {
            return json.path("isAuthorized").asText();
        }
        if (json.has("batchItemFailures")) {
            return Json.texts(json.path("batchItemFailures"), "itemIdentifier")
                    .toList()
                    .toString();
        }
        return json.has("Status")
                ? json.path("Status").asText()
                : json.propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(TABLE.lines()
                                .filter(line -> line.startsWith(name + " "))
                                .map(line -> line.substring(name.length() + 1))
                                .collect(Collectors.toSet())::contains)
                        .findFirst()
                        .orElse(reply);
    }

    private static void checkHttp(String name, JsonNode reply) {
        int status = reply.path("statusCode").asInt();
        if (status >= 400) {
            assertEquals(
                    "application/problem+json",
                    reply.at("/headers/Content-Type").asText(),
                    name);
            assertEquals(
                    status,
                    Json.read(reply.path("body").asText()).path("status").asInt(),
                    name);
        }
    }
}
