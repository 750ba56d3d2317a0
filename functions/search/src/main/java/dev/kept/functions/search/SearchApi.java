package dev.kept.functions.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.search.FindSimilar;
import dev.kept.application.search.RememberedMemories;
import dev.kept.application.search.Search;
import dev.kept.application.search.SearchQuery;
import dev.kept.application.search.SearchResult;
import dev.kept.application.search.SearchResults;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.SpaceId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.Reranker;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.Role;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.text.Limits;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.json.EnumNames;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `POST /v1/search`, and what is similar to a memory.
@Singleton
final class SearchApi {
    private static final Set<Kind> MEMORIES = Set.of(Kind.MEMORY);

    private final Search search;
    private final FindSimilar findSimilar;
    private final Metrics metrics;
    private final Routes routes;

    SearchApi(
            MemoryStore memories,
            ContextStore contexts,
            SearchIndex index,
            SearchSource source,
            List<EmbeddingModels> models,
            EmbeddingCache stored,
            Cache cache,
            Optional<Reranker> reranker,
            Metrics metrics,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        this.metrics = metrics;
        Redactor redactor = Redactor.forPolicy(redactPersonal);
        Embeddings embeddings = new Embeddings(models, stored, index, Clock.systemUTC()).sharing(cache);
        SearchSource remembering = new RememberedMemories(source, contexts);
        this.search =
                new Search(index, remembering, embeddings, reranker, redactor, Clock.systemUTC()).measuredBy(metrics);
        this.findSimilar = new FindSimilar(memories, source, index, embeddings, search);
        this.routes =
                new Routes().on("POST /v1/search", this::find).on("GET /v1/memories/{memoryId}/similar", this::similar);
    }

    Routes routes() {
        return routes;
    }

    private Reply find(Request request) {
        long begin = System.nanoTime();
        Body body = request.body(Body.class);
        SearchResults found = search.search(body.query(request.owner()));
        metrics.share(Metric.DEGRADED_ANSWERS, found.degraded(), "search");
        metrics.record(Metric.SEARCH_RESULTS, found.results().size());
        return answer(found, body.explain().orElse(false), begin);
    }

    private Reply similar(Request request) {
        long begin = System.nanoTime();
        request.allowQuery("limit", "projectId", "kinds");
        MemoryId id = new MemoryId(request.path("memoryId"));
        SearchFilter filter = SearchFilter.of(
                        request.owner(), request.query("projectId").map(ProjectId::new))
                .withKinds(request.query("kinds").map(SearchApi::kinds).orElse(MEMORIES));
        return answer(findSimilar.similarTo(id, filter, request.page().limit()), false, begin);
    }

    private static Set<Kind> kinds(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> EnumNames.parse("kinds", name, Kind.class))
                .collect(Collectors.toSet());
    }

    private static Reply answer(SearchResults found, boolean explain, long begin) {
        List<ResultView> results = found.results().stream()
                .map(result -> ResultView.of(result, explain))
                .toList();
        long tookMs = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return Reply.ok(new Answer(results, found.degraded(), tookMs))
                .telling("results", results.size())
                .telling("degraded", found.degraded());
    }

    record Body(
            String query,
            Optional<String> projectId,
            Optional<Set<String>> spaceIds,
            Optional<Set<Kind>> kinds,
            Optional<Set<MemoryType>> types,
            Optional<Set<String>> entities,
            Optional<Set<String>> tags,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<Instant> asOf,
            Optional<SearchMode> mode,
            Optional<Integer> limit,
            Optional<Boolean> explain) {
        Body {
            projectId.ifPresent(ProjectId::new);
            entities.ifPresent(names -> Limits.labels("entities", names));
            tags.ifPresent(names -> Limits.labels("tags", names));
            spaceIds.flatMap(ids -> ids.stream().findFirst()).ifPresent(space -> {
                throw new NotFound("space", new SpaceId(space).value());
            });
        }

        SearchQuery query(Owner owner) {
            SearchFilter filter = new SearchFilter(
                    owner,
                    projectId.map(ProjectId::new),
                    Optional.empty(),
                    kinds.orElse(Set.of()),
                    types.orElse(Set.of()),
                    entities.orElse(Set.of()),
                    tags.orElse(Set.of()),
                    from,
                    to,
                    asOf);
            int wanted = limit.orElse(PageRequest.LIMIT_DEFAULT);
            if (wanted < 1 || wanted > PageRequest.LIMIT_MAX) {
                throw new InvalidRequest("limit", "must be between 1 and " + PageRequest.LIMIT_MAX);
            }
            return new SearchQuery(filter, query, mode.orElse(SearchMode.HYBRID), wanted);
        }
    }

    record Answer(List<ResultView> results, boolean degraded, long tookMs) {}

    record ResultView(
            Kind kind,
            String id,
            String content,
            Optional<MemoryType> type,
            Optional<Role> role,
            Optional<String> speaker,
            Optional<String> projectId,
            double score,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Map<String, Double>> signals,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> relevance,
            List<String> sourceTurnIds,
            List<String> clientTurnIds,
            Optional<String> sessionId,
            Instant occurredAt,
            List<String> highlights,
            @JsonUnwrapped @Nullable SourceView source) {
        static ResultView of(SearchResult result, boolean explain) {
            SearchRecord item = result.item();
            return new ResultView(
                    item.kind(),
                    item.id(),
                    item.content(),
                    item.type(),
                    item.role(),
                    item.speaker(),
                    item.projectId().map(ProjectId::value),
                    result.score(),
                    explain ? Optional.of(result.signals().byLabel()) : Optional.empty(),
                    explain ? result.relevance() : Optional.empty(),
                    item.sourceTurnIds().stream().map(TurnId::value).toList(),
                    item.clientTurnIds(),
                    item.sessionId().map(SessionId::value),
                    item.occurredAt(),
                    result.highlights(),
                    item.source().map(SourceView::of).orElse(null));
        }
    }

    /// Where a part of a document stands; left out of other results.
    record SourceView(
            String documentId,
            String title,
            Optional<String> uri,
            List<String> headings,
            int position,
            int chunkCount) {
        static SourceView of(SearchRecord.Source source) {
            return new SourceView(
                    source.documentId().value(),
                    source.title(),
                    source.uri(),
                    source.headings(),
                    source.position(),
                    source.count());
        }
    }
}
