package dev.kept.functions.context;

import dev.kept.runtime.http.RehearsedRequest;
import dev.kept.runtime.lambda.Rehearsal;
import jakarta.inject.Singleton;

/// A context about nothing, which is looked at and not kept.
@Singleton
final class ContextRehearsal implements Rehearsal {
    private static final RehearsedRequest PREVIEW = RehearsedRequest.post("/v1/context/preview", """
            {"projectId":"rehearsal","query":"what did we decide about the release","maxTokens":1000}""");

    private final ContextApi api;

    ContextRehearsal(ContextApi api) {
        this.api = api;
    }

    @Override
    public void rehearse() {
        PREVIEW.through(api.routes());
    }
}
