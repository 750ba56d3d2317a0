package dev.kept.domain.telemetry;

/// What a span says about its work: ids of requests, hashes, counts, durations and words of ours, and never what
/// somebody
/// wrote, asked or is called. Where OpenTelemetry has a name for it, that is the name
/// (https://opentelemetry.io/docs/specs/semconv/).
public enum SpanAttribute {
    /// Which function worked.
    FUNCTION("faas.name"),
    /// Of the request or the message, as in the log.
    REQUEST_ID("kept.request_id"),
    /// For whom, as a hash, as in the log.
    USER("kept.user"),
    /// The type of the problem, or the class of the failure.
    ERROR("error.type"),
    METHOD("http.request.method"),
    ROUTE("http.route"),
    STATUS("http.response.status_code"),
    QUEUE("messaging.destination.name"),
    /// Milliseconds from a message's sending to the begin of its work.
    AGE("kept.age_ms"),
    /// Changes of a batch that belong to the trace.
    RECORDS("kept.records"),
    /// Turns that a run of extraction read.
    TURNS("kept.turns"),
    /// Memories that a run kept.
    KEPT("kept.kept"),
    /// What a run found again.
    MERGED("kept.merged");

    private final String label;

    SpanAttribute(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
