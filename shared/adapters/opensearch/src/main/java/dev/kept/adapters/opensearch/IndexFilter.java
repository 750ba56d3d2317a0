package dev.kept.adapters.opensearch;

import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.search.SearchFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.RangeQuery;

/// `SearchFilter.admits` as a query.
final class IndexFilter {
    private IndexFilter() {}

    static Query of(SearchFilter filter) {
        List<Query> all = new ArrayList<>();
        all.add(is("owner", filter.owner().key()));
        filter.projectId().ifPresent(id -> all.add(is("projectId", id.value())));
        filter.sessionId().ifPresent(id -> all.add(is("sessionId", id.value())));
        anyOf("kind", filter.kinds().stream().map(Enum::name), all);
        anyOf("type", filter.types().stream().map(Enum::name), all);
        anyOf("entities", filter.entities().stream().map(name -> name.toLowerCase(Locale.ROOT)), all);
        anyOf("tags", filter.tags().stream(), all);
        filter.from().ifPresent(at -> all.add(range("occurredAt", bound -> bound.gte(time(at)))));
        filter.to().ifPresent(at -> all.add(range("occurredAt", bound -> bound.lt(time(at)))));
        filter.asOf().ifPresentOrElse(at -> validAt(at, all), () -> all.add(is("status", MemoryStatus.ACTIVE.name())));
        return Query.of(query -> query.bool(bool -> bool.filter(all)));
    }

    private static void validAt(Instant at, Collection<Query> all) {
        anyOf("status", Stream.of(MemoryStatus.ACTIVE, MemoryStatus.SUPERSEDED).map(Enum::name), all);
        all.add(range("occurredAt", bound -> bound.lte(time(at))));
        Query ended = range("validTo", bound -> bound.lte(time(at)));
        all.add(Query.of(query -> query.bool(bool -> bool.mustNot(ended))));
    }

    static Query is(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(FieldValue.of(value))));
    }

    private static void anyOf(String field, Stream<String> wanted, Collection<Query> all) {
        List<FieldValue> values = wanted.sorted().map(FieldValue::of).toList();
        if (!values.isEmpty()) {
            all.add(Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(values)))));
        }
    }

    private static Query range(String field, java.util.function.UnaryOperator<RangeQuery.Builder> bound) {
        return Query.of(query -> query.range(range -> bound.apply(range.field(field))));
    }

    private static JsonData time(Instant at) {
        return JsonData.of(at.toString());
    }
}
