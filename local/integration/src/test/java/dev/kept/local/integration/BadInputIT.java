package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.integration.Operation.Parameter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every route says to what it must not take, and that nothing of it is kept.
@OnTheStack
final class BadInputIT {

    private static final int BODY_MAX = 1024 * 1024;
    /// Of users, keys and contexts, whose ids are not made unknown by letters in front.
    private static final String UNKNOWN = "x-nobody-has-this";

    private final Stack stack;
    private final Household household;
    private final Client stranger;
    private final Client neighbour;
    private List<String> before = List.of();

    BadInputIT(Stack stack) {
        this.stack = stack;
        this.household = Household.of(stack, "bad-input");
        this.stranger = stack.stranger();
        this.neighbour = stack.user("neighbour");
    }

    @BeforeAll
    void remembersWhatIsThere() {
        before = household.everything();
    }

    @AfterEach
    void leavesNothingHalfWritten() {
        assertEquals(before, household.everything());
    }

    Stream<Operation> operations() {
        return stack.contract().operations().stream();
    }

    Stream<Operation> guarded() {
        return operations().filter(operation -> !operation.isOpen());
    }

    Stream<Operation> withBody() {
        return operations().filter(operation -> operation.requestSchema().isPresent());
    }

    Stream<Operation> aboutSomething() {
        return operations().filter(operation -> !operation.in("path").isEmpty());
    }

    /// A PUT makes what is not there.
    Stream<Operation> aboutSomethingThere() {
        return aboutSomething().filter(operation -> !operation.method().equals("PUT"));
    }

    Stream<Operation> lists() {
        return operations().filter(operation -> operation.takes("limit"));
    }

    Stream<Operation> pages() {
        return operations().filter(operation -> operation.takes("cursor"));
    }

    Stream<Operation> filtered() {
        return operations().filter(operation -> !operation.in("query").isEmpty());
    }

    Stream<Operation> versioned() {
        return operations().filter(operation -> operation.takes("If-Match"));
    }

    Stream<Operation> idempotent() {
        return operations().filter(operation -> operation.takes("Idempotency-Key"));
    }

    private Reply send(Operation operation, Call call) {
        return household.clientOf(operation).send(call);
    }

    // ------------------------------------------------------------------------------------------------------------ keys

    @ParameterizedTest
    @MethodSource("guarded")
    void asksForAKey(Operation operation) {
        stranger.send(household.call(operation)).expectProblem(401, "unauthorized", "");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void refusesAKeyThatItDoesNotKnow(Operation operation) {
        for (String header : List.of(
                "Bearer kept_0123456789abcdef0123456789abcdef_c2VjcmV0",
                "Bearer kept__",
                "Bearer ../../etc/passwd",
                "Bearer " + "k".repeat(4000),
                "Bearer",
                "Basic bG9jYWw6bG9jYWw=")) {
            stranger.send(household.call(operation).header("Authorization", header))
                    .expectProblem(401, "unauthorized", "");
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void keepsAdministratorsAndUsersApart(Operation operation) {
        Client wrong = operation.isForAdministrators() ? household.user() : household.administrator();
        wrong.send(household.call(operation)).expectProblem(403, "access-denied", "");
    }

    // ---------------------------------------------------------------------------------------------------------- bodies

    @ParameterizedTest
    @MethodSource("withBody")
    void refusesWhatIsNotAJsonObject(Operation operation) {
        Call call = household.call(operation);
        for (String body : List.of(
                "{\"query\":",
                "{\"query\":\"a\"}}",
                "{'query':'a'}",
                "not json",
                "[]",
                "[{}]",
                "\"text\"",
                "7",
                "true",
                "null",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{\"query\":\"\u0001\"}",
                "\u0000",
                "{\"a\":" + "[".repeat(5000))) {
            // A field that is wrong is met before what is wrong behind it.
            Reply reply = send(operation, call.body(body));
            reply.expectInvalid(body.startsWith("{") ? reply.fieldAtFault() : "");
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void refusesAnUnknownField(Operation operation) {
        Call call = household.call(operation);
        send(operation, call.body(call.bodyObject().put("colour", "green"))).expectInvalid("colour");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void refusesAWrongTypeInAnyField(Operation operation) {
        Call call = household.call(operation);
        JsonNode properties = stack.contract()
                .resolved(operation.requestSchema().orElseThrow())
                .path("properties");
        properties.properties().forEach(property -> {
            for (JsonNode wrong : List.of(
                    Json.read("{\"not\":\"this\"}"),
                    Json.read("[[]]"),
                    Json.read("[null]"),
                    Json.read("1e300"),
                    Json.read("12345678901234567890123"),
                    Json.read("-1"),
                    Json.read("\"#\\u0000nonsense\""),
                    Json.read("true"))) {
                ObjectNode body = call.bodyObject();
                body.set(property.getKey(), wrong);
                if (!stack.contract().requestViolations(operation, body).isEmpty()) {
                    Reply reply = send(operation, call.body(body));
                    String field = reply.fieldAtFault();
                    reply.expectInvalid(field.startsWith(property.getKey()) ? field : property.getKey());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void refusesABodyWithoutWhatMustBeThere(Operation operation) {
        Call call = household.call(operation);
        JsonNode required = stack.contract()
                .resolved(operation.requestSchema().orElseThrow())
                .path("required");
        for (JsonNode name : required) {
            ObjectNode without = call.bodyObject();
            without.remove(name.asText());
            send(operation, call.body(without)).expectInvalid(name.asText());
            ObjectNode empty = call.bodyObject();
            empty.putNull(name.asText());
            send(operation, call.body(empty)).expectInvalid(name.asText());
        }
        if (!required.isEmpty()) {
            send(operation, call.body("")).expectInvalid("");
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void refusesABodyBeyondOneMebibyte(Operation operation) {
        Call call = household.call(operation);
        String body = call.body().orElseThrow();
        send(operation, call.body(body + " ".repeat(BODY_MAX + 1 - body.length())))
                .expectProblem(413, "too-large", "");
    }

    // ------------------------------------------------------------------------------------------------------------- ids

    @ParameterizedTest
    @MethodSource("aboutSomethingThere")
    void doesNotFindWhatIsNotThere(Operation operation) {
        for (Parameter parameter : operation.in("path")) {
            String unknown = parameter.name().equals("n") ? "4711" : UNKNOWN;
            send(operation, household.call(operation, parameter.name(), unknown))
                    .expectProblem(404, "not-found", "");
        }
    }

    @ParameterizedTest
    @MethodSource("aboutSomethingThere")
    void doesNotShowWhatBelongsToSomebodyElse(Operation operation) {
        if (!operation.isForAdministrators()) {
            neighbour.send(household.call(operation)).expectProblem(404, "not-found", "");
        }
    }

    @ParameterizedTest
    @MethodSource("aboutSomething")
    void refusesWhatIsNoId(Operation operation) {
        for (Parameter parameter : operation.in("path")) {
            for (String id : List.of(
                    "..%2F..%2Fetc%2Fpasswd",
                    "a%23b",
                    "SESSION%23x",
                    "%20",
                    "%0D%0A",
                    "%F0%9F%9A%A2",
                    "%D7%A9%D7%9C%D7%95%D7%9D",
                    "x".repeat(129),
                    "%7B%7D")) {
                send(operation, household.call(operation, parameter.name(), id)).expectInvalid(parameter.name());
            }
        }
    }

    // --------------------------------------------------------------------------------------------------------- queries

    @ParameterizedTest
    @MethodSource("filtered")
    void refusesAnUnknownFilter(Operation operation) {
        send(operation, household.call(operation).query("colour", "green")).expectInvalid("colour");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void refusesALimitThatIsNone(Operation operation) {
        for (String limit : List.of("0", "-1", "101", "1.5", "ten", "99999999999", "%00", "1%2C2")) {
            send(operation, household.call(operation).query("limit", limit)).expectInvalid("limit");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void refusesACursorThatIsNotItsOwn(Operation operation) {
        for (String cursor : List.of("1", "nonsense", "bm9uc2Vuc2U", "e30", "eyJhIjoiYiJ9", "%00", "x".repeat(3000))) {
            send(operation, household.call(operation).query("cursor", cursor)).expectInvalid("cursor");
        }
    }

    @ParameterizedTest
    @MethodSource("filtered")
    void refusesFiltersThatMeanNothing(Operation operation) {
        for (Parameter parameter : operation.in("query")) {
            if (parameter.schema().has("enum")) {
                send(operation, household.call(operation).query(parameter.name(), "nonsense"))
                        .expectInvalid(parameter.name());
            }
            if (Set.of("from", "to", "asOf").contains(parameter.name())
                    && !parameter.schema().path("type").asText().equals("integer")) {
                for (String time :
                        List.of("yesterday", "2026-13-01", "2026-02-30T00:00:00Z", "1", "%2B999999999-01-01")) {
                    send(operation, household.call(operation).query(parameter.name(), time))
                            .expectInvalid(parameter.name());
                }
            }
            if (Set.of("sessionId", "projectId", "userId").contains(parameter.name())
                    && !operation.id().equals("listApiKeys")) {
                send(operation, household.call(operation).query(parameter.name(), "a%23b"))
                        .expectInvalid(parameter.name());
            }
        }
    }

    private void refusesContextsAndTemplatesThatAreNone() {
        Client user = household.user();
        String context = "/v1/contexts/" + household.ids().get("contextId");
        user.get(context + "/diff?from=0").expectInvalid("from");
        user.get(context + "/diff?to=one").expectInvalid("to");
        user.get(context + "/diff?from=1&to=2").expectProblem(404, "not-found", "");
        user.get(context + "/versions/1?rebuild=perhaps").expectInvalid("rebuild");
        String file = household.contextFile();
        user.post("/v1/contexts/import", file.replace("Alva", "Olga")).expectInvalid("checksum");
        user.post("/v1/contexts/import", file.replace("\"schemaVersion\":1", "\"schemaVersion\":2"))
                .expectInvalid("schemaVersion");
        user.post("/v1/contexts/import", file.substring(0, file.length() / 2)).expectInvalid("");
        for (String template : List.of("{{#sections}}", "{{/sections}}", "{{typo}}", "{{>other}}", "{{query.class}}")) {
            user.send(Call.of("PUT", "/v1/templates/berths").body("{\"text\":\"first\\n" + template + "\"}"))
                    .expectInvalid("text");
        }
        user.send(Call.of("PUT", "/v1/templates/markdown").body("{\"text\":\"a\"}"))
                .expectInvalid("name");
    }

    @Test
    void refusesRulesThatCannotWork() {
        Client user = household.user();
        user.get("/v1/extraction/rules?version=0").expectProblem(404, "not-found", "");
        user.get("/v1/extraction/rules?version=4711").expectProblem(404, "not-found", "");
        user.get("/v1/extraction/rules?version=first").expectInvalid("version");
        user.get("/v1/extraction/rules?bundled=perhaps").expectInvalid("bundled");
        Call put = Call.of("PUT", "/v1/extraction/rules");
        user.send(put.query("dryRun", "perhaps").body("{}")).expectInvalid("dryRun");
        user.send(put.query("restore", "4711")).expectProblem(404, "not-found", "");
        user.send(put.query("restore", "1").body("{}")).expectInvalid("");
        user.send(put.body("{\"samples\":{\"newest\":5}}")).expectInvalid("samples");
        for (String samples :
                List.of("{\"newest\":0}", "{\"newest\":201}", "{\"sessionId\":\"a#b\"}", "{\"text\":\" \"}")) {
            Reply reply = user.send(put.body("{\"dryRun\":true,\"samples\":" + samples + "}"));
            reply.expectInvalid(reply.fieldAtFault());
        }
        user.send(put.body("{\"dryRun\":true,\"samples\":{\"sessionId\":\"" + UNKNOWN + "\"}}"))
                .expectProblem(404, "not-found", "");
        for (String phrase : List.of("the", "_ ledger", "ledger ...", "^ $", "ledger, closed", "ledger|", " ")) {
            user.send(put.body("{\"ignore\":[\"ok then ledger\",\"" + phrase + "\"]}"))
                    .expectInvalid("ignore[1]");
        }
        user.send(put.body("{\"disabled\":[\"cues/no/such\"]}")).expectInvalid("disabled[0]");
        user.send(put.body("{\"cues\":[{\"type\":\"fact\",\"why\":\"x\",\"weight\":6,\"phrases\":[\"ledger\"]}]}"))
                .expectInvalid("cues[0].weight");
        user.send(put.body("{\"entities\":[{\"name\":\"one two three four\"}]}"))
                .expectInvalid("entities[0].name");
    }

    // -------------------------------------------------------------------------------------------------------- versions

    @ParameterizedTest
    @MethodSource("versioned")
    void refusesAVersionThatIsNone(Operation operation) {
        for (String version : List.of("latest", "1.0", "*", "\"\"", "1, 2", "-", "99999999999999999999")) {
            send(operation, household.call(operation).header("If-Match", version))
                    .expectInvalid("If-Match");
        }
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void refusesAVersionThatHasPassed(Operation operation) {
        for (String version : List.of("4711", "\"4711\"", "0")) {
            send(operation, household.call(operation).header("If-Match", version))
                    .expectProblem(412, "version-race", "");
        }
    }

    // -------------------------------------------------------------------------------------------------- repeated, size

    @ParameterizedTest
    @MethodSource("idempotent")
    void refusesAnIdempotencyKeyThatIsNone(Operation operation) {
        for (String key : List.of(" ", "k".repeat(256), "two words")) {
            send(operation, household.call(operation).header("Idempotency-Key", key))
                    .expectInvalid("Idempotency-Key");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sessions/%7BsessionId%7D/turns", "/v1/nowhere", "/", "/v2/sessions", "/v1/sessions/"})
    void knowsNoOtherPath(String path) {
        Reply reply = household.user().send(Call.of("PUT", path));
        reply.expectProblem(
                reply.status() == 405 ? 405 : 404, reply.status() == 405 ? "method-not-allowed" : "not-found", "");
    }

    @Test
    void refusesTextsThatAreTooLong() {
        String session = "/v1/sessions/" + household.ids().get("sessionId");
        String memory = "/v1/memories/" + household.ids().get("memoryId");
        Client user = household.user();
        user.post(session + "/turns", turns("é".repeat(100_001))).expectInvalid("turns[0].content");
        user.post(session + "/turns", turns(" \t\n")).expectInvalid("turns[0].content");
        user.post("/v1/extract", turns("x".repeat(100_001))).expectInvalid("turns[0].content");
        user.post("/v1/extract", Json.object("{}").put("text", "x".repeat(100_001)))
                .expectInvalid("text");
        user.post("/v1/memories", Json.object("{}").put("content", "x".repeat(16_001)))
                .expectInvalid("content");
        user.send(Call.of("PATCH", memory).body(Json.object("{}").put("content", "x".repeat(16_001))))
                .expectInvalid("content");
        user.post("/v1/search", Json.object("{}").put("query", "x".repeat(10_001)))
                .expectInvalid("query");
        user.post("/v1/context", Json.object("{}").put("query", "x".repeat(10_001)))
                .expectInvalid("query");
        user.post("/v1/sessions", Json.object("{}").put("title", "x".repeat(501)))
                .expectInvalid("title");
        user.post(session + "/end", Json.object("{}").put("summary", "x".repeat(10_001)))
                .expectInvalid("summary");
        user.post(session + "/end", Json.object("{}").put("reason", "x".repeat(201)))
                .expectInvalid("reason");
        user.post(memory + "/feedback", Json.object("{\"signal\":\"useful\"}").put("comment", "x".repeat(1001)))
                .expectInvalid("comment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/documents", "/v1/documents/preview"})
    void refusesDocumentsThatAreNoText(String path) {
        Client user = household.user();
        ObjectNode document = Json.object("{\"title\":\"A picture\"}");
        for (String content :
                List.of("", " \n\t", "PNG\r\n\u001a\n", "nul \u0000", "x".repeat(1_000_000), "船".repeat(340_000))) {
            user.post(path, document.put("content", content)).expectInvalid("content");
        }
        user.post(path, document.put("content", "x".repeat(5_000_000))).expectProblem(413, "too-large", "");
        document.put("content", "text");
        user.post(path, document.deepCopy().put("title", " ")).expectInvalid("title");
        user.post(path, document.deepCopy().put("title", "x".repeat(501))).expectInvalid("title");
        user.post(path, document.deepCopy().put("uri", "x".repeat(2_049))).expectInvalid("uri");
        user.post(path, document.deepCopy().put("uri", "")).expectInvalid("uri");
        user.post(path, document.deepCopy().put("format", "pdf")).expectInvalid("format");
        user.post(path, document.deepCopy().put("projectId", "a#b")).expectInvalid("projectId");
        user.post(path, document.deepCopy().put("spaceId", UNKNOWN)).expectProblem(404, "not-found", "");
        user.post(path, "{\"title\":\"x\"}").expectInvalid("content");
        user.post(path, "{\"content\":\"x\"}").expectInvalid("title");
    }

    @Test
    void refusesMergesAndSplitsThatAreNone() {
        Client user = household.user();
        String memory = household.ids().get("memoryId");
        String merge = "/v1/memories/merge";
        user.post(merge, "{\"memoryIds\":[\"" + memory + "\"]}").expectInvalid("memoryIds");
        user.post(merge, "{\"memoryIds\":[\"" + memory + "\",\"" + memory + "\"]}")
                .expectInvalid("memoryIds");
        user.post(merge, "{\"memoryIds\":[\"a#b\",\"" + memory + "\"]}").expectInvalid("memoryIds");
        user.post(merge, "{\"memoryIds\":[\"" + UNKNOWN + "\",\"" + memory + "\"]}")
                .expectProblem(404, "not-found", "");
        String both = "{\"memoryIds\":[\"" + memory + "\",\"" + household.ids().get("anotherMemoryId") + "\"]";
        user.post(merge, both + ",\"versions\":[1]}").expectInvalid("versions");
        user.post(merge, both + ",\"versions\":[1,4711]}").expectProblem(412, "version-race", "");
        user.post(merge, both + ",\"content\":\" \"}").expectInvalid("content");
        user.post(merge, both + ",\"importance\":2}").expectInvalid("importance");
        String split = "/v1/memories/" + memory + "/split";
        user.post(split, "{\"parts\":[]}").expectInvalid("parts");
        user.post(split, "{\"parts\":[{\"content\":\"one\"}]}").expectInvalid("parts");
        user.post(split, "{\"parts\":[{\"content\":\"one\"},{\"content\":\" \"}]}")
                .expectInvalid("parts[1].content");
        user.post(split, "{\"parts\":[{\"content\":\"one\"},{\"content\":\"two\",\"type\":\"thought\"}]}")
                .expectInvalid("parts[1].type");
        String part = "{\"content\":\"one\"},";
        user.post(split, "{\"parts\":[" + part.repeat(11).substring(0, part.length() * 11 - 1) + "]}")
                .expectInvalid("parts");
    }

    @Test
    void refusesSettingsThatAreNone() {
        Client user = household.user();
        user.get("/v1/extraction/settings").expectInvalid("projectId");
        Call put = Call.of("PUT", "/v1/extraction/settings");
        user.send(put.body("{\"extraction\":\"off\"}")).expectInvalid("projectId");
        user.send(put.query("projectId", "a%23b").body("{\"extraction\":\"off\"}"))
                .expectInvalid("projectId");
        user.send(put.query("projectId", "harbour").body("{\"extraction\":\"perhaps\"}"))
                .expectInvalid("extraction");
    }

    @Test
    void refusesTooManyOfAnything() {
        String session = "/v1/sessions/" + household.ids().get("sessionId");
        Client user = household.user();
        String turn = "{\"role\":\"user\",\"content\":\"one of many\"},";
        String many = turn.repeat(101).substring(0, turn.length() * 101 - 1);
        user.post(session + "/turns", "{\"turns\":[" + many + "]}").expectInvalid("turns");
        user.post(session + "/turns", "{\"turns\":[]}").expectInvalid("turns");
        user.post("/v1/extract", "{\"turns\":[" + many + "]}").expectInvalid("turns");
        user.post("/v1/extract", "{\"turns\":[]}").expectInvalid("turns");
        user.post("/v1/memories/batch", "{\"operations\":[]}").expectInvalid("operations");
        String delete = "{\"op\":\"delete\",\"memoryId\":\"m_x\"},";
        user.post("/v1/memories/batch", "{\"operations\":[" + delete.repeat(100) + delete.replace("},", "}") + "]}")
                .expectInvalid("operations");
        String tags = "\"t\",".repeat(0) + manyLabels();
        user.post("/v1/memories", "{\"content\":\"x\",\"tags\":[" + tags + "]}").expectInvalid("tags");
        user.post("/v1/sessions", "{\"tags\":[" + tags + "]}").expectInvalid("tags");
    }

    @Test
    void refusesWhatIsWrongDeepInside() {
        String session = "/v1/sessions/" + household.ids().get("sessionId");
        Client user = household.user();
        user.post(
                        session + "/turns",
                        "{\"turns\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"wizard\",\"content\":\"b\"}]}")
                .expectInvalid("turns[1].role");
        user.post(session + "/turns", "{\"turns\":[{\"role\":\"user\"}]}").expectInvalid("turns[0].content");
        user.post(session + "/turns", "{\"turns\":[{\"content\":\"a\"}]}").expectInvalid("turns[0].role");
        user.post(session + "/turns", "{\"turns\":[{\"role\":\"user\",\"content\":\"a\",\"colour\":1}]}")
                .expectInvalid("turns[0].colour");
        user.post(session + "/turns", "{\"turns\":[{\"role\":\"user\",\"content\":\"a\",\"occurredAt\":\"noon\"}]}")
                .expectInvalid("turns[0].occurredAt");
        user.post(session + "/turns", "{\"turns\":[{\"role\":\"user\",\"content\":\"a\"},null]}")
                .expectInvalid("turns[1]");
        user.post("/v1/sessions", "{\"context\":{\"maxTokens\":99}}").expectInvalid("context.maxTokens");
        user.post("/v1/sessions", "{\"context\":{\"budget\":99}}").expectInvalid("context.budget");
        user.post("/v1/sessions", "{\"parentSessionId\":\"" + UNKNOWN + "\"}").expectInvalid("parentSessionId");
        user.post(session + "/links", "{\"sessionId\":\"" + UNKNOWN + "\",\"relation\":\"relates\"}")
                .expectInvalid("sessionId");
        user.post("/v1/context", "{\"maxTokens\":100001}").expectInvalid("maxTokens");
        user.post("/v1/context", "{\"template\":\"poem\"}").expectInvalid("template");
        refusesContextsAndTemplatesThatAreNone();
        user.post("/v1/search", "{\"query\":\"a\",\"limit\":0}").expectInvalid("limit");
        user.post("/v1/search", "{\"query\":\"a\",\"kinds\":[\"dream\"]}").expectInvalid("kinds[0]");
        user.post("/v1/search", "{\"query\":\"a\",\"spaceIds\":[\"" + UNKNOWN + "\"]}")
                .expectProblem(404, "not-found", "");
        String similar = "/v1/memories/" + household.ids().get("memoryId") + "/similar";
        user.get(similar + "?kinds=memory,dream").expectInvalid("kinds");
        user.get(similar + "?limit=101").expectInvalid("limit");
        user.get(similar + "?projectId=a%23b").expectInvalid("projectId");
        user.get(similar + "?query=a").expectInvalid("query");
        user.get("/v1/memories/" + UNKNOWN + "/similar").expectProblem(404, "not-found", "");
        user.post("/v1/memories", "{\"content\":\"a\",\"importance\":1.01}").expectInvalid("importance");
        user.post("/v1/memories", "{\"content\":\"a\",\"projectId\":\"a#b\"}").expectInvalid("projectId");
        user.post("/v1/memories", "{\"content\":\"a\",\"spaceId\":\"" + UNKNOWN + "\"}")
                .expectProblem(404, "not-found", "");
        user.post(
                        "/v1/memories/batch",
                        "{\"operations\":[{\"op\":\"create\",\"memory\":{\"content\":\"a\"}},{\"op\":\"paint\"}]}")
                .expectInvalid("operations[1].op");
        household.administrator().post("/v1/users", "{\"userId\":\"a#b\"}").expectInvalid("userId");
        household
                .administrator()
                .post("/v1/users", "{\"userId\":\"" + UNKNOWN + "\",\"displayName\":\" \"}")
                .expectInvalid("displayName");
        household
                .administrator()
                .post("/v1/users", "{\"userId\":\"" + household.user().userId() + "\"}")
                .expectProblem(409, "conflict", "");
        household
                .administrator()
                .post("/v1/api-keys", "{\"userId\":\"" + UNKNOWN + "\"}")
                .expectProblem(404, "not-found", "");
        household.administrator().get("/v1/api-keys").expectInvalid("userId");
        household
                .administrator()
                .post(
                        "/v1/api-keys",
                        "{\"userId\":\"" + household.user().userId()
                                + "\",\"limits\":{\"write\":{\"perSecond\":1,\"burst\":0}}}")
                .expectInvalid("limits.write");
        refusesLimits("{}", "limits");
        refusesLimits("{\"limits\":null}", "limits");
        refusesLimits("{\"limits\":{\"read\":{\"perSecond\":0,\"burst\":1}}}", "limits.read");
        refusesLimits("{\"limits\":{\"read\":{\"perSecond\":1e400,\"burst\":1}}}", "limits.read");
        refusesLimits("{\"limits\":{\"heavy\":{\"perSecond\":1,\"burst\":1000001}}}", "limits.heavy");
        refusesLimits("{\"limits\":{\"heavy\":{\"perSecond\":0.0125,\"burst\":1}}}", "limits.heavy.perSecond");
        household
                .administrator()
                .send(Call.of("PATCH", "/v1/api-keys/" + UNKNOWN).body("{\"limits\":{}}"))
                .expectProblem(404, "not-found", "");
        household.administrator().delete("/v1/users/admin").expectInvalid("userId");
        user.get("/v1/operations/" + household.ids().get("operationId") + "?waitSeconds=21")
                .expectInvalid("waitSeconds");
    }

    private void refusesLimits(String body, String field) {
        household
                .administrator()
                .send(Call.of("PATCH", "/v1/api-keys/" + household.ids().get("keyId"))
                        .body(body))
                .expectInvalid(field);
    }

    private static ObjectNode turns(String content) {
        ObjectNode body = Json.object("{}");
        body.putArray("turns").addObject().put("role", "user").put("content", content);
        return body;
    }

    private static String manyLabels() {
        return Stream.iterate(0, i -> i < 51, i -> i + 1)
                .map(i -> "\"t" + i + "\"")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
    }
}
