package dev.kept.application.context;

import dev.kept.application.search.Search;
import dev.kept.application.search.SearchQuery;
import dev.kept.application.search.SearchResult;
import dev.kept.application.search.SearchResults;
import dev.kept.application.search.Signals;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The memories and turns that answer the query, worth what search says of them.
final class Answers {
    private static final int RESULTS_MIN = 60;
    private static final int TOKENS_PER_RESULT = 10;
    private static final int NEWEST = 200;
    private static final double NOTEWORTHY = 0.3;
    private static final double WORTH_MIN = 0.02;

    private final Search search;
    private final SearchSource source;

    Answers(Search search, SearchSource source) {
        this.search = search;
        this.source = source;
    }

    Recalled to(ContextRequest request, String query) {
        if (kinds(request).isEmpty()) {
            return new Recalled(List.of(), false);
        }
        try {
            return found(request, query);
        } catch (DependencyUnavailable | Throttled _) {
            return new Recalled(newest(request, query), true);
        }
    }

    private Recalled found(ContextRequest request, String query) {
        int limit = Math.clamp(request.budget().maxTokens() / TOKENS_PER_RESULT, RESULTS_MIN, SearchQuery.LIMIT_MAX);
        SearchResults answer =
                search.search(new SearchQuery(filter(request), query, SearchMode.HYBRID, limit).withoutHighlights());
        DoubleSummaryStatistics scores =
                answer.results().stream().mapToDouble(SearchResult::score).summaryStatistics();
        List<Candidate> candidates = answer.results().stream()
                .filter(result -> mayStand(request, result.item()))
                .map(result -> candidate(result.item(), worth(result, scores), why(result)))
                .toList();
        return new Recalled(candidates, answer.degraded());
    }

    /// What a result is worth beside the best: much of every score is what any passage gets, so the
    /// last that was found is the measure of worth nothing.
    private static double worth(SearchResult result, DoubleSummaryStatistics scores) {
        double span = scores.getMax() - scores.getMin();
        return span > 0 ? Math.max(WORTH_MIN, (result.score() - scores.getMin()) / span) : 1;
    }

    /// Without any search: the newest records that share words with the query.
    private List<Candidate> newest(ContextRequest request, String query) {
        Words asked = Words.of(query);
        return source.newest(filter(request), NEWEST).stream()
                .filter(item -> mayStand(request, item))
                .map(item -> candidate(item, asked.shareIn(Words.of(item.passage())), "shares words with the query"))
                .filter(candidate -> candidate.value() > 0)
                .toList();
    }

    private static SearchFilter filter(ContextRequest request) {
        return SearchFilter.of(request.owner(), request.projectId()).withKinds(kinds(request));
    }

    private static Set<Kind> kinds(ContextRequest request) {
        return Stream.of(Kind.values()).filter(request::includes).collect(Collectors.toSet());
    }

    private static boolean mayStand(ContextRequest request, SearchRecord item) {
        boolean isOwnTurn = item.kind() == Kind.TURN
                && request.sessionId().isPresent()
                && item.sessionId().equals(request.sessionId());
        return item.status() == MemoryStatus.ACTIVE && !isOwnTurn;
    }

    private static Candidate candidate(SearchRecord item, double value, String why) {
        SectionName section = switch (item.kind()) {
            case TURN -> SectionName.TURNS;
            case MEMORY -> SectionName.RELEVANT;
            case DOCUMENT -> SectionName.DOCUMENTS;
        };
        return new Candidate(section, new Subject.Recalled(item), value, why);
    }

    private static String why(SearchResult result) {
        return String.format(Locale.ROOT, "answers the query: %.3f (%s)", result.score(), strongest(result.signals()));
    }

    /// The signals that speak for it, in their order.
    private static String strongest(Signals signals) {
        return signals.byLabel().entrySet().stream()
                .filter(signal -> signal.getValue() >= NOTEWORTHY)
                .map(signal -> String.format(Locale.ROOT, "%s %.2f", signal.getKey(), signal.getValue()))
                .collect(Collectors.joining(", "));
    }
}
