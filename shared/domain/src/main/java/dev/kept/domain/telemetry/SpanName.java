package dev.kept.domain.telemetry;

import static dev.kept.domain.telemetry.SpanAttribute.AGE;
import static dev.kept.domain.telemetry.SpanAttribute.ERROR;
import static dev.kept.domain.telemetry.SpanAttribute.FUNCTION;
import static dev.kept.domain.telemetry.SpanAttribute.KEPT;
import static dev.kept.domain.telemetry.SpanAttribute.MERGED;
import static dev.kept.domain.telemetry.SpanAttribute.METHOD;
import static dev.kept.domain.telemetry.SpanAttribute.QUEUE;
import static dev.kept.domain.telemetry.SpanAttribute.RECORDS;
import static dev.kept.domain.telemetry.SpanAttribute.REQUEST_ID;
import static dev.kept.domain.telemetry.SpanAttribute.ROUTE;
import static dev.kept.domain.telemetry.SpanAttribute.STATUS;
import static dev.kept.domain.telemetry.SpanAttribute.TURNS;
import static dev.kept.domain.telemetry.SpanAttribute.USER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;

/// Everything that a trace is made of. docs/observability.md tells what each means to an operator; a test holds the two
/// together.
public enum SpanName {
    /// A request, by its route.
    REQUEST("{route}", Kind.SERVER, METHOD, ROUTE, STATUS),
    /// The check of who makes a request.
    AUTHORIZATION("authorize", Kind.INTERNAL),
    /// Changes of the record become work.
    CHANGES("outbox", Kind.CONSUMER, RECORDS),
    /// Changes of the record reach the index.
    INDEXING("index", Kind.CONSUMER, RECORDS),
    /// The work on a message, by its queue.
    MESSAGE("process {queue}", Kind.CONSUMER, QUEUE, AGE),
    /// A run of extraction, from reading the turns to what is to be stored.
    EXTRACTION("extract", Kind.INTERNAL),
    /// What a run found is stored, with the session's cursor.
    COMMIT("store", Kind.INTERNAL, TURNS, KEPT, MERGED),
    /// A step of a search.
    SEARCH_STEP("search {step}", Kind.INTERNAL),
    /// A step of the building of a context.
    CONTEXT_STEP("context {step}", Kind.INTERNAL);

    /// What a span is, in OpenTelemetry's words. An internal one is part of another and begins no trace.
    public enum Kind {
        SERVER,
        CONSUMER,
        INTERNAL
    }

    private static final Set<SpanAttribute> EVERYWHERE = EnumSet.of(FUNCTION, REQUEST_ID, USER, ERROR);

    private final String label;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // Never changed.
    private final Set<SpanAttribute> attributes;

    SpanName(String label, Kind kind, SpanAttribute... attributes) {
        this.label = label;
        this.kind = kind;
        this.attributes = EnumSet.noneOf(SpanAttribute.class);
        this.attributes.addAll(Set.of(attributes));
    }

    /// With a place for what it is told apart by, if any, e.g. `search {step}`.
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /// Its own, besides those that any span may have.
    public Set<SpanAttribute> attributes() {
        return Collections.unmodifiableSet(attributes);
    }

    public boolean takes(SpanAttribute attribute) {
        return attributes.contains(attribute) || EVERYWHERE.contains(attribute);
    }

    /// @param what the route, the queue or the step; empty where there is none
    public String of(String what) {
        return label.replaceFirst("[{][a-z]+}", Matcher.quoteReplacement(what));
    }
}
