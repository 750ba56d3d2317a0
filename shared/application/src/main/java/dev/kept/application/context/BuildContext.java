package dev.kept.application.context;

import dev.kept.application.search.Search;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Builds the text that an assistant is handed: what is recalled for the request, the best of it
/// under the budget. The same request over the same records gives the same text.
public final class BuildContext {
    private final Answers answers;
    private final Essentials essentials;
    private final LastSession lastSession;
    private final TokenCounter counter;
    private final Clock clock;

    public BuildContext(Search search, SearchSource source, SessionStore sessions, TokenCounter counter, Clock clock) {
        this.answers = new Answers(search, source);
        this.essentials = new Essentials(source);
        this.lastSession = new LastSession(sessions, source);
        this.counter = counter;
        this.clock = clock;
    }

    public Context build(ContextRequest request, ContextId id, int version) {
        return draft(request).as(id, version);
    }

    Draft draft(ContextRequest request) {
        Instant startedAt = clock.instant();
        return request.query()
                .map(query -> new Draft(request, Recipe.ANSWER, answering(request, query), counter, startedAt))
                .orElseGet(() -> new Draft(request, Recipe.RESUME, resuming(request), counter, startedAt));
    }

    private Recalled answering(ContextRequest request, String query) {
        Recalled answer = answers.to(request, query);
        return new Recalled(once(answer.candidates(), essentials(request)), answer.degraded());
    }

    private Recalled resuming(ContextRequest request) {
        return new Recalled(once(essentials(request), lastSession(request)), false);
    }

    private List<Candidate> essentials(ContextRequest request) {
        return request.includes(Kind.MEMORY) ? essentials.of(request) : List.of();
    }

    private List<Candidate> lastSession(ContextRequest request) {
        return request.includes(Kind.TURN) ? lastSession.before(request) : List.of();
    }

    /// A record that was found in two ways stands where it was found first.
    private static List<Candidate> once(List<Candidate> first, List<Candidate> second) {
        Map<String, Candidate> byId = new HashMap<>();
        return Stream.concat(first.stream(), second.stream())
                .filter(candidate -> byId.putIfAbsent(key(candidate), candidate) == null)
                .toList();
    }

    private static String key(Candidate candidate) {
        return candidate
                .item()
                .map(item -> item.kind() + item.id())
                .orElse(candidate.subject().id());
    }
}
