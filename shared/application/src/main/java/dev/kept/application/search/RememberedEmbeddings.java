package dev.kept.application.search;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Remembers the vectors of the last questions and fresh passages: a client asks the same question for its search and
/// its context, and a record is laid over several answers before the index has it. Keeps hashes, not texts.
final class RememberedEmbeddings implements EmbeddingModel {
    /// At 1.5 KB each, 3 MB.
    private static final int ENTRIES_MAX = 2_000;

    private final EmbeddingModel model;
    private final Map<String, Embedding> vectors = Collections.synchronizedMap(new LeastRecent());

    RememberedEmbeddings(EmbeddingModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public Embedding embedQuery(String query) {
        String key = "q" + hash(query);
        Embedding known = vectors.get(key);
        if (known != null) {
            return known;
        }
        Embedding made = model.embedQuery(query);
        vectors.put(key, made);
        return made;
    }

    @Override
    public List<Embedding> embed(List<String> passages) {
        List<String> unknown = passages.stream()
                .filter(passage -> !vectors.containsKey(hash(passage)))
                .distinct()
                .toList();
        Map<String, Embedding> made = new LinkedHashMap<>();
        List<Embedding> fresh = unknown.isEmpty() ? List.of() : model.embed(unknown);
        for (int i = 0; i < fresh.size(); i++) {
            made.put(hash(unknown.get(i)), fresh.get(i));
        }
        vectors.putAll(made);
        return inOrder(passages, made);
    }

    /// What was forgotten meanwhile, because others filled the memory, is made again.
    private List<Embedding> inOrder(List<String> passages, Map<String, Embedding> made) {
        List<Embedding> all = new ArrayList<>(passages.size());
        for (String passage : passages) {
            String key = hash(passage);
            Embedding known = made.containsKey(key) ? made.get(key) : vectors.get(key);
            all.add(known == null ? model.embed(List.of(passage)).getFirst() : known);
        }
        return all;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class LeastRecent extends LinkedHashMap<String, Embedding> {
        LeastRecent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > ENTRIES_MAX;
        }
    }
}
