package dev.kept.application.search;

import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchIndex.IndexQuery;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.text.Limits;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what says nearly the same as one memory, by the vector that is stored with it.
///
/// Left out are the memory itself and what took its place: the newer versions of a fact are always its nearest, and no
/// news. What it took the place of no longer holds, and no search finds it either.
public final class FindSimilar {
    private static final int UNINDEXED_MAX = 1_000;
    private static final int NEWEST_MAX = 2_000;

    /// A chain of replacements that is longer is followed no further.
    private static final int SUCCESSORS_MAX = 20;

    private static final Comparator<SearchResult> NEAREST_FIRST = Comparator.comparingDouble(SearchResult::score)
            .reversed()
            .thenComparing(
                    Comparator.comparing((SearchResult result) -> result.item().occurredAt())
                            .reversed())
            .thenComparing(result -> result.item().kind())
            .thenComparing(result -> result.item().id());

    private final MemoryStore memories;
    private final SearchSource source;
    private final SearchIndex index;
    private final Embeddings embeddings;
    private final Search search;

    /// @param search answers by words when the embedding model does not
    public FindSimilar(
            MemoryStore memories, SearchSource source, SearchIndex index, Embeddings embeddings, Search search) {
        this.memories = memories;
        this.source = source;
        this.index = index;
        this.embeddings = embeddings;
        this.search = search;
    }

    /// @param filter with the owner of the memory
    /// @param limit results at most, 1 to 100
    /// @throws NotFound when the owner has no such memory
    public SearchResults similarTo(MemoryId id, SearchFilter filter, int limit) {
        Memory memory = memories.find(filter.owner(), id).orElseThrow(() -> new NotFound("memory", id.value()));
        Set<String> leftOut = successors(memory);
        return vector(memory)
                .map(vector -> byMeaning(vector, filter, leftOut, limit))
                .orElseGet(() -> byWords(memory, filter, leftOut, limit));
    }

    private SearchResults byMeaning(Embedding vector, SearchFilter filter, Set<String> leftOut, int limit) {
        Question question = new Question("", Set.of(), Optional.of(vector));
        FreshEmbeddings fresh = new FreshEmbeddings(embeddings.of(filter.owner()));
        // Before the index is asked: a record on its way into it is seen in one of the two.
        Overlay overlay = new Overlay(source.unindexed(filter.owner(), UNINDEXED_MAX));
        Optional<List<Candidate>> indexed = fromIndex(vector, filter, limit + leftOut.size());
        List<Candidate> candidates = overlay.over(
                indexed.orElseGet(() -> fresh.compare(source.newest(filter, NEWEST_MAX), question)),
                fresh.compare(overlay.admitted(filter), question));
        List<SearchResult> results = candidates.stream()
                .filter(candidate -> isNews(candidate.item(), leftOut))
                .flatMap(candidate -> result(candidate).stream())
                .sorted(NEAREST_FIRST)
                .limit(limit)
                .toList();
        return new SearchResults(results, indexed.isEmpty());
    }

    private Optional<List<Candidate>> fromIndex(Embedding vector, SearchFilter filter, int size) {
        try {
            var found = index.find(new IndexQuery(filter, "", Optional.of(vector), SearchMode.SEMANTIC, size));
            return Optional.of(
                    found.semantic().stream().map(Candidate::byMeaning).toList());
        } catch (DependencyUnavailable _) {
            return Optional.empty();
        }
    }

    private static Optional<SearchResult> result(Candidate candidate) {
        return candidate.cosine().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        SearchResult.near(candidate.item(), candidate.cosine().getAsDouble()));
    }

    private SearchResults byWords(Memory memory, SearchFilter filter, Set<String> leftOut, int limit) {
        String content = memory.statement().content();
        String text = content.substring(0, Math.min(content.length(), Limits.QUERY_CHARACTERS));
        SearchQuery query = new SearchQuery(filter, text, SearchMode.KEYWORD, limit + leftOut.size());
        List<SearchResult> results = search.search(query).results().stream()
                .filter(result -> isNews(result.item(), leftOut))
                .limit(limit)
                .toList();
        return new SearchResults(results, true);
    }

    /// Made anew when the stored one is missing or of another model.
    private Optional<Embedding> vector(Memory memory) {
        Optional<Embedding> stored = source.find(memory.owner(), memory.id())
                .flatMap(SearchRecord::embedding)
                .filter(embedding ->
                        embedding.model().equals(embeddings.of(memory.owner()).id()));
        return stored.or(() -> made(memory));
    }

    private Optional<Embedding> made(Memory memory) {
        try {
            String passage = SearchRecord.of(memory, Optional.empty()).passage();
            return Optional.of(
                    embeddings.of(memory.owner()).embed(List.of(passage)).getFirst());
        } catch (DependencyUnavailable | Throttled _) {
            return Optional.empty();
        }
    }

    private Set<String> successors(Memory memory) {
        Set<String> chain = new HashSet<>();
        Optional<Memory> next = Optional.of(memory);
        while (next.isPresent() && chain.size() < SUCCESSORS_MAX) {
            chain.add(next.get().id().value());
            next = next.flatMap(current -> current.validity().supersededBy())
                    .flatMap(newer -> memories.find(memory.owner(), newer));
        }
        return chain;
    }

    private static boolean isNews(SearchRecord item, Set<String> leftOut) {
        return item.kind() != Kind.MEMORY || !leftOut.contains(item.id());
    }
}
