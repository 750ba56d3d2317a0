package dev.kept.domain.search;

import java.util.List;

/// Turns text into vectors. Implementations are safe to share between threads; the same text gives the same vector.
public interface EmbeddingModel {
    /// Name, revision, whether the vectors are normalized, and, at the end, their dimensions:
    /// `bge-small-en-v1.5-q-384`.
    /// Stored beside every vector.
    String id();

    int dimensions();

    /// Whether embedding is a call over the network, beside which a look into a cache is cheap.
    boolean isRemote();

    /// A vector for a question; some models want it phrased differently from a passage.
    Embedding embedQuery(String query);

    /// Vectors for passages, in order. Text beyond what the model reads is cut off.
    ///
    /// @throws dev.kept.domain.error.DependencyUnavailable when a remote model does not answer
    List<Embedding> embed(List<String> passages);
}
