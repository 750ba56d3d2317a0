package dev.kept.application.context;

import java.util.List;

/// A candidate while it competes for room: its worth falls with every passage chosen that says the
/// same.
final class Contender {
    /// Long passages have somewhat less of a chance than their value says: per token they give
    /// less. The exponent was tried on conversations with known evidence: 0 to 0.3 make little
    /// difference, 0.5 picks greetings.
    private static final double LENGTH_EXPONENT = 0.1;

    private static final int LENGTH_MIN = 32;
    private static final double OVERLAP_FREE = 0.5;
    private static final double OVERLAP_PENALTY = 2;
    private static final double OVERLAP_SAME = 0.85;
    private static final int WORDS_MIN = 3;

    private final Candidate candidate;
    private final Words words;
    private final double density;
    private double overlap;
    private int comparedWith;
    private boolean chosen;

    Contender(Candidate candidate) {
        this.candidate = candidate;
        this.words = Words.of(candidate.subject().content());
        int length = Math.max(LENGTH_MIN, candidate.subject().content().length());
        this.density = candidate.value() / Math.pow(length, LENGTH_EXPONENT);
    }

    Candidate candidate() {
        return candidate;
    }

    boolean isChosen() {
        return chosen;
    }

    void choose() {
        chosen = true;
    }

    /// Whether something chosen says (nearly) the same.
    boolean isRepetition() {
        return overlap >= OVERLAP_SAME;
    }

    /// Looks at what was chosen since the last time.
    ///
    /// @return whether its worth fell
    boolean compare(List<Contender> others) {
        double before = overlap;
        while (comparedWith < others.size()) {
            overlap = Math.max(overlap, overlapWith(others.get(comparedWith++)));
        }
        return overlap > before;
    }

    double worth() {
        return density * (1 - OVERLAP_PENALTY * Math.max(0, overlap - OVERLAP_FREE));
    }

    /// Two turns repeat each other when they are alike; a memory repeats whatever contains it, as
    /// it is made from turns.
    private double overlapWith(Contender other) {
        boolean areTurns = candidate.isTurn() && other.candidate.isTurn();
        return areTurns || words.size() < WORDS_MIN ? words.similarity(other.words) : words.shareIn(other.words);
    }
}
