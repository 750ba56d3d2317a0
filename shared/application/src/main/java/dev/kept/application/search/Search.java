package dev.kept.application.search;

import dev.kept.application.embedding.Embeddings;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.search.Ranking.Ranked;
import dev.kept.application.search.Rerank.Judged;
import dev.kept.application.telemetry.Steps;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.Reranker;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchIndex.IndexQuery;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Finds the memories and turns that answer a question, every write from its acknowledgement on.
///
/// The stages: the index gives candidates by words and by meaning; what it does not hold yet is laid over them; all are
/// scored against each other and put in order. Without the index the newest records are the candidates; without the
/// embedding model words alone decide: both answers say that they are degraded.
public final class Search {
    /// Candidates by each of words and meaning; more add nothing to the first ten results.
    private static final int CANDIDATES = 100;

    /// What an owner can have written since the indexer last came by: two documents of the largest kind, one of them in
    /// the place of another.
    private static final int UNINDEXED_MAX = 3_000;

    /// Records of each kind that are scored in process when there is no index.
    private static final int NEWEST_MAX = 2_000;

    private final SearchIndex index;
    private final SearchSource source;
    private final Embeddings embeddings;
    private final Rerank rerank;
    private final RedactedData redacted;
    private final Clock clock;
    private final Steps steps;

    public Search(SearchIndex index, SearchSource source, Embeddings embeddings, Clock clock) {
        this(index, source, embeddings, Optional.empty(), Redactor.standard(), clock);
    }

    /// @param reranker judges the best results again, where a deployment pays for it
    /// @param redactor a question goes to models and to the index: a secret in it does not
    public Search(
            SearchIndex index,
            SearchSource source,
            Embeddings embeddings,
            Optional<Reranker> reranker,
            Redactor redactor,
            Clock clock) {
        this.index = index;
        this.source = source;
        this.embeddings = embeddings;
        this.rerank = new Rerank(reranker);
        this.redacted = new RedactedData(redactor);
        this.clock = clock;
        this.steps = steps(Metrics.NONE);
    }

    private Search(Search search, Metrics metrics) {
        this.index = search.index;
        this.source = search.source;
        this.embeddings = search.embeddings.measuredBy(metrics);
        this.rerank = search.rerank;
        this.redacted = search.redacted;
        this.clock = search.clock;
        this.steps = steps(metrics);
    }

    /// One that says how long its steps take, and which vectors were known.
    public Search measuredBy(Metrics metrics) {
        return new Search(this, metrics);
    }

    private static Steps steps(Metrics metrics) {
        return new Steps(metrics, Metric.SEARCH_STEP_LATENCY);
    }

    public SearchResults search(SearchQuery asked) {
        SearchQuery query = asked.redacted(redacted);
        Beginning beginning = begin(query);
        Question question = beginning.question();
        Optional<List<Candidate>> indexed = steps.time("index", () -> fromIndex(query, question));
        List<Candidate> known = indexed.orElseGet(() -> steps.time("store", () -> fromStore(query, question)));
        List<Candidate> candidates = steps.time("fresh", () -> overlaid(query, beginning, known));
        return new SearchResults(
                steps.time("rank", () -> ranked(query, question, candidates)),
                indexed.isEmpty() || lacksMeaning(query, question));
    }

    private List<Candidate> overlaid(SearchQuery query, Beginning beginning, List<Candidate> known) {
        Overlay overlay = beginning.overlay();
        return overlay.over(known, fresh(query).compare(overlay.admitted(query.filter()), beginning.question()));
    }

    private record Beginning(Question question, Overlay overlay) {}

    /// Embeds the question while the marks are read. Both are done before the index is asked, and must be: a record
    /// whose
    /// mark goes away between an early look at the index and a late look at the marks would be seen by neither.
    private Beginning begin(SearchQuery query) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Owner owner = query.filter().owner();
            Future<List<Unindexed>> unindexed =
                    threads.submit(() -> steps.time("marks", () -> source.unindexed(owner, UNINDEXED_MAX)));
            Question question = Question.of(query.text(), steps.time("embed", () -> embedding(query)));
            return new Beginning(question, new Overlay(result(unindexed)));
        }
    }

    private Optional<Embedding> embedding(SearchQuery query) {
        if (query.mode() == SearchMode.KEYWORD) {
            return Optional.empty();
        }
        try {
            return Optional.of(embeddings.of(query.filter().owner()).embedQuery(query.text()));
        } catch (DependencyUnavailable | Throttled _) {
            return Optional.empty();
        }
    }

    private static boolean lacksMeaning(SearchQuery query, Question question) {
        return query.mode() != SearchMode.KEYWORD && question.embedding().isEmpty();
    }

    private Optional<List<Candidate>> fromIndex(SearchQuery query, Question question) {
        try {
            var found = index.find(new IndexQuery(
                    query.filter(),
                    Words.topic(query.text()),
                    question.embedding(),
                    mode(query, question),
                    Math.max(CANDIDATES, query.limit())));
            return Optional.of(Stream.concat(
                            found.semantic().stream().map(Candidate::byMeaning),
                            found.keyword().stream().map(Candidate::byWords))
                    .toList());
        } catch (DependencyUnavailable _) {
            return Optional.empty();
        }
    }

    private List<Candidate> fromStore(SearchQuery query, Question question) {
        SearchFilter filter = query.filter();
        return fresh(query).compare(source.newest(filter, NEWEST_MAX), question);
    }

    private FreshEmbeddings fresh(SearchQuery query) {
        return new FreshEmbeddings(embeddings.of(query.filter().owner()));
    }

    private List<SearchResult> ranked(SearchQuery query, Question question, List<Candidate> candidates) {
        int shortlisted = Math.max(CANDIDATES, query.limit());
        SearchMode mode = mode(query, question);
        List<Ranked> ranked = new Ranking(question, mode, clock.instant(), shortlisted).rank(candidates);
        return judged(query, ranked).stream()
                .limit(query.limit())
                .map(judged -> result(judged, query.highlighted() ? Optional.of(question) : Optional.empty()))
                .toList();
    }

    /// Who asks for words wants words, not what a model makes of them.
    private List<Judged> judged(SearchQuery query, List<Ranked> ranked) {
        return query.mode() == SearchMode.KEYWORD ? Rerank.unread(ranked) : rerank.judge(query.text(), ranked);
    }

    /// @param highlighted the question whose words are looked for
    private static SearchResult result(Judged judged, Optional<Question> highlighted) {
        Ranked ranked = judged.ranked();
        return new SearchResult(
                ranked.item(),
                judged.score(),
                ranked.signals(),
                judged.relevance(),
                highlighted
                        .map(question -> Highlights.of(ranked.item().content(), question))
                        .orElse(List.of()));
    }

    /// By words alone when there is no vector to compare with.
    private static SearchMode mode(SearchQuery query, Question question) {
        return question.embedding().isEmpty() ? SearchMode.KEYWORD : query.mode();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading the marks failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailable("search", e);
        }
    }
}
