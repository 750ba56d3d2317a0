package dev.kept.domain.telemetry;

import static dev.kept.domain.telemetry.Metric.Kind.COUNT;
import static dev.kept.domain.telemetry.Metric.Kind.DOLLARS;
import static dev.kept.domain.telemetry.Metric.Kind.DURATION;
import static dev.kept.domain.telemetry.Metric.Kind.SHARE;
import static dev.kept.domain.telemetry.Metric.Kind.SIZE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Everything that is measured. docs/metrics.md tells what each means to an operator; a test holds the two together.
public enum Metric {
    /// HTTP requests that were answered.
    REQUESTS(COUNT, Dimension.STATUS),
    /// From the request's arrival in the function to its answer; its number of samples is the number of requests.
    REQUEST_LATENCY(DURATION, Dimension.ROUTE),
    /// Requests that were answered with a server error.
    REQUEST_ERRORS(COUNT, Dimension.ROUTE),
    /// Times that a key's limits could not be counted, after which everything was let in for a while.
    LIMITS_UNCHECKED(COUNT),

    /// The steps of a search: `embed`, `marks`, `index`, `store`, `fresh`, `rank`.
    SEARCH_STEP_LATENCY(DURATION, Dimension.STEP),
    /// Results of one search.
    SEARCH_RESULTS(SIZE),
    /// Whether an answer was degraded.
    DEGRADED_ANSWERS(SHARE, Dimension.OPERATION),

    /// The steps of building a context: `recall`, `select`, `keep`.
    CONTEXT_STEP_LATENCY(DURATION, Dimension.STEP),
    /// Tokens of one context that was handed out.
    CONTEXT_TOKENS(SIZE),
    /// Items of one context that was handed out.
    CONTEXT_ITEMS(SIZE),
    /// Whether what was handed out was worth it: a memory that was rated (`feedback`), an item of a context that was
    /// asked for again (`reuse`).
    RELEVANCE(SHARE, Dimension.SIGNAL),
    /// Whether a session that asked for a context at its start got anything in it.
    SESSION_CONTINUITY(SHARE),

    /// Whether a cache held what was asked for: `embedding-memory`, `embedding-shared`,
    /// `embedding-stored`, `memories`, `session`, `warm-context`, `warm-copy`.
    CACHE_HITS(SHARE, Dimension.CACHE),
    /// Calls of the shared cache that it did not answer, or refused.
    CACHE_UNANSWERED(COUNT),

    /// Turns that extraction read.
    EXTRACTION_TURNS(COUNT),
    /// What became of what extraction found.
    EXTRACTION_CANDIDATES(COUNT, Dimension.OUTCOME),
    /// One run of extraction, from reading the turns to the commit.
    EXTRACTION_LATENCY(DURATION),
    /// Active memories of one user who has any, counted once a day.
    MEMORIES_PER_USER(SIZE),
    /// Tokens that the extraction model took: `input`, `output`, `cached`.
    MODEL_TOKENS(COUNT, Dimension.KIND),
    /// What they cost.
    MODEL_COST(DOLLARS),
    /// Batches of turns that the rules read because the model gave no usable answer.
    MODEL_FALLBACKS(COUNT, Dimension.REASON),

    /// From a message's sending to the begin of its work.
    QUEUE_AGE(DURATION, Dimension.QUEUE),
    /// Messages whose work failed, and that come again or go to the dead-letter queue.
    MESSAGES_FAILED(COUNT, Dimension.QUEUE),
    /// From a write to the moment when the index shows it.
    INDEX_LAG(DURATION),
    /// Records that the index did not take.
    INDEX_FAILURES(COUNT),
    /// Work that its normal road had missed, and that the reconciling schedule set going again.
    WORK_BEHIND(COUNT, Dimension.WORK);

    /// What a value is.
    public enum Kind {
        /// So many at once; to be summed up.
        COUNT("Count"),
        /// To be looked at by percentiles.
        DURATION("Milliseconds"),
        /// How many there are in one; to be looked at by percentiles.
        SIZE("Count"),
        /// 1 for yes and 0 for no; the average is the share.
        SHARE("None"),
        /// To be summed up.
        DOLLARS("None");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        /// In CloudWatch's words.
        public String unit() {
            return unit;
        }
    }

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Dimension> dimensions;

    Metric(Kind kind, Dimension... dimensions) {
        this.kind = kind;
        this.dimensions = List.of(dimensions);
    }

    public Kind kind() {
        return kind;
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    /// As in CloudWatch, e.g. `RequestLatency`.
    public String label() {
        return Names.pascal(name());
    }

    public static Optional<Metric> labelled(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label().equals(label))
                .findFirst();
    }
}
