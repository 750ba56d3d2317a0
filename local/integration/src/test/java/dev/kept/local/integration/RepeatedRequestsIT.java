package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A request that is sent again does nothing again.
@OnTheStack
final class RepeatedRequestsIT {

    private final Stack stack;

    RepeatedRequestsIT(Stack stack) {
        this.stack = stack;
    }

    Stream<Operation> idempotent() {
        return stack.contract().operations().stream().filter(operation -> operation.takes("Idempotency-Key"));
    }

    @ParameterizedTest
    @MethodSource("idempotent")
    void givesTheFirstReplyAgain(Operation operation) {
        Household household = Household.of(stack, "again");
        Call call = household.call(operation).header("Idempotency-Key", "once-" + operation.id());

        Reply first = household.user().send(call);
        List<String> after = household.everythingIfThere();
        Reply second = household.user().send(call);

        assertEquals(first.status(), second.status());
        assertEquals(first.body(), second.body());
        assertEquals(Optional.empty(), first.header("idempotency-replayed"));
        assertEquals(Optional.of("true"), second.header("idempotency-replayed"));
        assertEquals(after, household.everythingIfThere());
    }

    @ParameterizedTest
    @MethodSource("idempotent")
    void refusesAnotherRequestUnderTheSameKey(Operation operation) {
        Household household = Household.of(stack, "other");
        household
                .user()
                .post(
                        "/v1/memories",
                        Call.of("POST", "/v1/memories").bodyObject().put("content", "Something else."))
                .expect(201);
        household
                .user()
                .send(Call.of("POST", "/v1/memories")
                        .body("{\"content\":\"The first of its key.\"}")
                        .header("Idempotency-Key", "taken"))
                .expect(201);
        List<String> before = household.everything();

        household
                .user()
                .send(household.call(operation).header("Idempotency-Key", "taken"))
                .expectProblem(409, "conflict", "");

        assertEquals(before, household.everything());
    }

    @Test
    void aKeyBelongsToOneUser() {
        Call call = Call.of("POST", "/v1/memories").header("Idempotency-Key", "shared");
        stack.user("one").send(call.body("{\"content\":\"Mine.\"}")).expect(201);
        stack.user("two").send(call.body("{\"content\":\"Another's.\"}")).expect(201);
    }

    @Test
    void aRefusedRequestMayBeSentAgainCorrected() {
        Client user = stack.user("corrected");
        Call call = Call.of("POST", "/v1/memories").header("Idempotency-Key", "corrected");
        user.send(call.body("{\"content\":\" \"}")).expectInvalid("content");
        user.send(call.body("{\"content\":\"Better now.\"}")).expect(201);
    }

    @Test
    void withoutAKeyWhatHasNoIdIsWrittenAgain() {
        Client user = stack.user("twice");
        user.post("/v1/memories", "{\"content\":\"The same twice.\"}").expect(201);
        user.post("/v1/memories", "{\"content\":\"The same twice.\"}").expect(201);
        assertEquals(
                2, user.get("/v1/memories").expect(200).json().path("items").size());
    }

    @Test
    void withoutAKeyWhatHasAnIdIsWrittenOnce() {
        Client user = stack.user("once");
        user.post("/v1/sessions", "{\"sessionId\":\"mine\"}").expect(201);
        user.post("/v1/sessions", "{\"sessionId\":\"mine\"}").expect(200);
        for (int i = 0; i < 3; i++) {
            user.post("/v1/sessions/mine/turns", "{\"turns\":[{\"id\":\"1\",\"role\":\"user\",\"content\":\"Once.\"}]}")
                    .expect(202);
        }
        user.post("/v1/sessions/mine/end", "{}").expect(202);
        user.post("/v1/sessions/mine/end", "{}").expect(202);
        user.delete("/v1/sessions/mine").expect(204);
        user.delete("/v1/sessions/mine").expectProblem(404, "not-found", "");
        assertEquals(
                Set.of(),
                Set.copyOf(Json.texts(user.get("/v1/turns").json().path("items"), "id")
                        .toList()));
    }
}
