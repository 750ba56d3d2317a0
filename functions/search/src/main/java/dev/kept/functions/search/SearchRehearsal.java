package dev.kept.functions.search;

import dev.kept.runtime.http.RehearsedRequest;
import dev.kept.runtime.lambda.Rehearsal;
import jakarta.inject.Singleton;

/// A search that finds nothing, with everything that a search asks: the model, the index, the table.
@Singleton
final class SearchRehearsal implements Rehearsal {
    private static final RehearsedRequest SEARCH = RehearsedRequest.post("/v1/search", """
            {"query":"what did we decide about the release","projectId":"rehearsal","kinds":["memory","turn"],"limit":5}""");

    private final SearchApi api;

    SearchRehearsal(SearchApi api) {
        this.api = api;
    }

    @Override
    public void rehearse() {
        SEARCH.through(api.routes());
    }
}
