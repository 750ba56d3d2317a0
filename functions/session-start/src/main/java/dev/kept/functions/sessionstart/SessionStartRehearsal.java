package dev.kept.functions.sessionstart;

import dev.kept.runtime.http.RehearsedRequest;
import dev.kept.runtime.lambda.Rehearsal;
import jakarta.inject.Singleton;

/// A session that claims to go on with itself, which is refused after it was read and looked for; and the context that
/// it would have got.
@Singleton
final class SessionStartRehearsal implements Rehearsal {
    private static final RehearsedRequest START =
            RehearsedRequest.post("/v1/sessions", """
            {"sessionId":"%1$s","parentSessionId":"%1$s","projectId":"rehearsal","title":"Rehearsal","tags":["release"],
             "context":{"maxTokens":1000,"query":"what did we decide"}}""".formatted(RehearsedRequest.SESSION));

    private final SessionStartApi api;

    SessionStartRehearsal(SessionStartApi api) {
        this.api = api;
    }

    @Override
    public void rehearse() {
        START.through(api.routes());
        api.lookAtContext(RehearsedRequest.USER);
    }
}
