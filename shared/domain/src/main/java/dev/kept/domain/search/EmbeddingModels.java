package dev.kept.domain.search;

import java.util.Optional;

/// The embedding models of one provider. There may be several at once: while a deployment changes
/// from one model to another, searches still ask by the one and writes are embedded by both.
public interface EmbeddingModels {
    /// The model that the deployment is configured for; empty when it is none of these.
    Optional<EmbeddingModel> wanted();

    /// @param id as {@link EmbeddingModel#id()} says it
    /// @return the same model each time, which loads what it needs at its first use; empty when it is
    ///     none of these
    Optional<EmbeddingModel> find(String id);
}
