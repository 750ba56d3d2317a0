package dev.kept.functions.memories;

import dev.kept.runtime.http.RehearsedRequest;
import dev.kept.runtime.lambda.Rehearsal;
import jakarta.inject.Singleton;

/// The list of somebody who has no memories, and a batch that changes one which is not there.
@Singleton
final class MemoriesRehearsal implements Rehearsal {
    private static final RehearsedRequest LIST = RehearsedRequest.get("/v1/memories");
    private static final RehearsedRequest CHANGE = RehearsedRequest.post("/v1/memories/batch", """
            {"operations":[{"op":"update","memoryId":"m_00000000000000000000000000","version":1,
                            "memory":{"content":"We decided to release on Friday.","tags":["release"]}}]}""");

    private final MemoriesApi api;

    MemoriesRehearsal(MemoriesApi api) {
        this.api = api;
    }

    @Override
    public void rehearse() {
        LIST.through(api.routes());
        CHANGE.through(api.routes());
    }
}
