package dev.kept.domain.search;

import java.util.Optional;
import java.util.Set;

/// The embedding models that there is an index for. One as a rule, two while the model is being changed; each index
/// holds every record, with the vectors of its model.
///
/// @param current the one that searches ask; empty when there is no index
/// @param kept all of them
public record IndexedModels(Optional<String> current, Set<String> kept) {
    public static final IndexedModels NONE = new IndexedModels(Optional.empty(), Set.of());

    public IndexedModels {
        kept = Set.copyOf(kept);
    }
}
