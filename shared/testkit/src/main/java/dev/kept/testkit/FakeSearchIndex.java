package dev.kept.testkit;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchRecord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// An index that counts common words and compares vectors; it can be taken down and lost. It begins with the index of
/// {@link FakeEmbeddingModel}.
public final class FakeSearchIndex implements SearchIndex {
    private final Map<String, Map<String, Document>> indexes = new HashMap<>();
    private Optional<String> current = Optional.of(FakeEmbeddingModel.ID);
    private boolean down;

    public FakeSearchIndex() {
        indexes.put(FakeEmbeddingModel.ID, new HashMap<>());
    }

    /// @param item empty once it was removed at that version
    private record Document(long version, Optional<SearchRecord> item) {}

    public synchronized void goDown() {
        down = true;
    }

    public synchronized void comeBack() {
        down = false;
    }

    /// What the current index holds, as `kind/id`.
    public synchronized Set<String> ids() {
        return current.map(this::ids).orElse(Set.of());
    }

    public synchronized Set<String> ids(String model) {
        return documents(model).values().stream()
                .flatMap(document -> document.item().stream())
                .map(item -> item.kind() + "/" + item.id())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Candidates find(IndexQuery query) {
        expectUp();
        Set<String> wanted = words(query.text());
        List<Scored> keyword = best(
                query,
                item -> words(item.spoken() + " " + item.content()).stream()
                        .filter(wanted::contains)
                        .count());
        List<Scored> semantic = query.embedding()
                .map(asked ->
                        best(query, item -> item.embedding().map(asked::cosine).orElse(0.0)))
                .orElse(List.of());
        return switch (query.mode()) {
            case HYBRID -> new Candidates(keyword, semantic);
            case KEYWORD -> new Candidates(keyword, List.of());
            case SEMANTIC -> new Candidates(List.of(), semantic);
        };
    }

    @Override
    public synchronized List<IndexChange> apply(String model, List<IndexChange> changes) {
        expectUp();
        Map<String, Document> documents = documents(model);
        changes.forEach(change -> apply(change, documents));
        return List.of();
    }

    @Override
    public synchronized IndexedModels models() {
        expectUp();
        return new IndexedModels(current, indexes.keySet());
    }

    @Override
    public synchronized void create(String model) {
        expectUp();
        indexes.putIfAbsent(model, new HashMap<>());
        current = current.or(() -> Optional.of(model));
    }

    @Override
    public synchronized void use(String model) {
        expectUp();
        documents(model);
        current = Optional.of(model);
    }

    @Override
    public synchronized void drop(String model) {
        indexes.remove(model);
        current = current.filter(used -> !used.equals(model));
    }

    @Override
    public synchronized boolean isReady() {
        return current.isPresent() && !down;
    }

    private Map<String, Document> documents(String model) {
        return Optional.ofNullable(indexes.get(model)).orElseThrow(FakeSearchIndex::unavailable);
    }

    private void expectUp() {
        if (down) {
            throw unavailable();
        }
    }

    private static DependencyUnavailable unavailable() {
        return new DependencyUnavailable("index", new IllegalStateException("taken down by the test"));
    }

    private static void apply(IndexChange change, Map<String, Document> documents) {
        switch (change) {
            case IndexChange.Put put -> {
                Embedding _ = put.item().embedding().orElseThrow();
                String key = put.item().owner().key()
                        + put.item().kind()
                        + put.item().id();
                replace(documents, key, new Document(put.item().version(), Optional.of(put.item())));
            }
            case IndexChange.Remove remove ->
                replace(
                        documents,
                        remove.key().owner().key() + remove.kind() + remove.id(),
                        new Document(remove.version() + 1, Optional.empty()));
        }
    }

    private static void replace(Map<String, Document> documents, String key, Document document) {
        documents.merge(key, document, (old, changed) -> changed.version() >= old.version() ? changed : old);
    }

    private List<Scored> best(IndexQuery query, ToDoubleFunction<SearchRecord> score) {
        String asked = query.embedding().map(Embedding::model).or(() -> current).orElse("");
        return documents(asked).values().stream()
                .flatMap(document -> document.item().stream())
                .filter(query.filter()::admits)
                .map(item -> new Scored(item, score.applyAsDouble(item)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.item().id()))
                .limit(query.size())
                .toList();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
