package dev.kept.application.extraction;

import dev.kept.domain.session.Turn;
import java.util.List;

/// What the pipeline reads in one go; all turns of one session, in order.
///
/// @param lookback the turns right before `turns`, read for their meaning only; at least
///     {@link ExtractionPipeline#LOOKBACK} of them where the session has as many
/// @param turns the turns whose candidates are wanted
public record ExtractionInput(List<Turn> lookback, List<Turn> turns) {
    public ExtractionInput {
        lookback = List.copyOf(lookback);
        turns = List.copyOf(turns);
    }
}
