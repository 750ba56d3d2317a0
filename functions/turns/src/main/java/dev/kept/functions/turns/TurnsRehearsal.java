package dev.kept.functions.turns;

import dev.kept.runtime.http.RehearsedRequest;
import dev.kept.runtime.lambda.Rehearsal;
import jakarta.inject.Singleton;

/// Turns of a session that is not there: they are read and redacted, and refused before anything is written.
@Singleton
final class TurnsRehearsal implements Rehearsal {
    private static final RehearsedRequest ADD =
            RehearsedRequest.post("/v1/sessions/{sessionId}/turns", """
                    {"turns":[
                      {"id":"1","role":"user","content":"We decided to release on Friday. My mail is a@example.com."},
                      {"id":"2","role":"assistant","content":"Then the branch is cut on Thursday."}]}""").ofSession();
    private static final RehearsedRequest LIST = RehearsedRequest.get("/v1/turns");

    private final TurnsApi api;

    TurnsRehearsal(TurnsApi api) {
        this.api = api;
    }

    @Override
    public void rehearse() {
        ADD.through(api.routes());
        LIST.through(api.routes());
    }
}
