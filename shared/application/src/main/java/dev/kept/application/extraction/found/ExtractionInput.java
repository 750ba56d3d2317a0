package dev.kept.application.extraction.found;

import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Turn;
import java.util.List;
import java.util.Map;

/// What the pipeline reads in one go; all turns of one session, in order.
///
/// @param lookback the turns right before `turns`, read for their meaning only; at least {@link #LOOKBACK} of
///     them where the session has as many
/// @param turns the turns whose candidates are wanted
/// @param boilerplate paragraphs of a turn, as their plain words, that repeat from session to session
public record ExtractionInput(List<Turn> lookback, List<Turn> turns, Map<TurnId, List<String>> boilerplate) {
    /// So many turns back what is said may lend a turn its meaning. A fix is confirmed within a
    /// handful of exchanges, or not as that fix.
    public static final int LOOKBACK = 10;

    public ExtractionInput {
        lookback = List.copyOf(lookback);
        turns = List.copyOf(turns);
        boilerplate = Map.copyOf(boilerplate);
    }

    /// Turns in which nothing repeats from elsewhere.
    public ExtractionInput(List<Turn> lookback, List<Turn> turns) {
        this(lookback, turns, Map.of());
    }

    /// The paragraphs of a turn that repeat; none when nothing does.
    public List<String> boilerplateOf(Turn turn) {
        return boilerplate.getOrDefault(turn.id(), List.of());
    }
}
