package dev.kept.application.extraction.found;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.util.Optional;

/// Finds what is worth keeping in turns: by rules, or by a model that rules stand in for.
///
/// Looking something up or giving up on a model is its own business: what is thrown means that a turn cannot be read.
public interface Extractor extends Extractors {
    /// One extraction for each of `input.turns()`, in their order.
    Extracted read(ExtractionInput input);

    /// Who reads turns one by one when they cannot be read together: nobody who charges for each reading.
    default Extractor frugal() {
        return this;
    }

    /// By itself it reads everybody's turns alike.
    @Override
    default Extractor of(Owner owner, Optional<ProjectId> project) {
        return this;
    }
}
