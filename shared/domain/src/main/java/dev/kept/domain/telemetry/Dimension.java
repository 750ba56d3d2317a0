package dev.kept.domain.telemetry;

import java.util.List;
import java.util.regex.Pattern;

/// What a metric is told apart by. Each takes few values, and none names a user, a record or a text: every combination
/// of values is a time series of its own, kept and paid for.
public enum Dimension {
    /// Which cache was asked.
    CACHE(
            "embedding-memory",
            "embedding-shared",
            "embedding-stored",
            "memories",
            "session",
            "warm-context",
            "warm-copy"),
    /// Which tokens of a model were counted.
    KIND("input", "output", "cached"),
    /// What was answered.
    OPERATION("search", "context"),
    /// What became of something that extraction found.
    OUTCOME("kept", "merged", "superseded", "quarantined", "redacted", "rejected"),
    /// Which queue a message came from.
    QUEUE("extraction", "contexts", "submissions"),
    /// Why the rules stood in for the model.
    REASON("throttled", "timeout", "unavailable", "refused", "truncated", "malformed", "budget"),
    /// Method and path of a route as in the template, e.g. `POST:/v1/search`.
    ROUTE(),
    /// Why something that was handed out counts as relevant.
    SIGNAL("feedback", "reuse"),
    /// The class of an HTTP status, and apart from it what was too much.
    STATUS("2xx", "4xx", "429", "5xx"),
    /// A part of a search or of the building of a context.
    STEP("embed", "marks", "index", "store", "fresh", "rank", "recall", "select", "keep"),
    /// Which kind of work is behind.
    WORK("sessions", "records", "documents");

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9$:/{}._-]{1,100}");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> words;

    Dimension(String... words) {
        this.words = List.of(words);
    }

    /// All that it takes; empty for routes, which the template lists.
    public List<String> words() {
        return words;
    }

    boolean takes(String value) {
        return words.isEmpty() ? PATH.matcher(value).matches() : words.contains(value);
    }

    /// As in metrics, dashboards and alarms, e.g. `Route`.
    public String label() {
        return Names.pascal(name());
    }
}
