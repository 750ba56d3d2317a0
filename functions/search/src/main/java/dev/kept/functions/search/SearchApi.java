package dev.kept.functions.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kept.application.search.Search;
import dev.kept.application.search.SearchQuery;
import dev.kept.application.search.SearchResult;
import dev.kept.application.search.SearchResults;
import dev.kept.application.search.Signals;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.SpaceId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.Reranker;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.Role;
import dev.kept.domain.text.Limits;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `POST /v1/search`.
@Singleton
final class SearchApi {
    private final Search search;
    private final Routes routes;

    SearchApi(SearchIndex index, SearchSource source, EmbeddingModel embeddings, Optional<Reranker> reranker) {
        this.search = new Search(index, source, embeddings, reranker, Clock.systemUTC());
        this.routes = new Routes().on("POST /v1/search", this::find);
    }

    Routes routes() {
        return routes;
    }

    private Reply find(Request request) {
        long begin = System.nanoTime();
        Body body = request.body(Body.class);
        SearchResults found = search.search(body.query(request.owner()));
        boolean explain = body.explain().orElse(false);
        List<ResultView> results = found.results().stream()
                .map(result -> ResultView.of(result, explain))
                .toList();
        long tookMs = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return Reply.ok(new Answer(results, found.degraded(), tookMs));
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
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Signals> signals,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> relevance,
            List<String> sourceTurnIds,
            List<String> clientTurnIds,
            Optional<String> sessionId,
            Instant occurredAt,
            List<String> highlights) {
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
                    explain ? Optional.of(result.signals()) : Optional.empty(),
                    explain ? result.relevance() : Optional.empty(),
                    item.sourceTurnIds().stream().map(TurnId::value).toList(),
                    item.clientTurnIds(),
                    item.sessionId().map(SessionId::value),
                    item.occurredAt(),
                    result.highlights());
        }
    }
}
