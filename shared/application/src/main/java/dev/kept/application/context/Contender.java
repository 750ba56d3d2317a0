package dev.kept.application.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// A candidate while it competes for room. It competes in steps: first for its shortest form, then
/// for each longer one. What a step is worth falls with every passage chosen that says the same.
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
    private final Function<Candidate, List<Form>> wording;
    private final double detail;
    private final List<Chosen.Merged> merged = new ArrayList<>();
    private Optional<Words> words = Optional.empty();
    private List<Form> forms = List.of();
    private Optional<Passage> passage = Optional.empty();
    private Optional<Contender> nearest = Optional.empty();
    private double overlap;
    private OptionalDouble gain = OptionalDouble.empty();
    private int comparedWith;
    private int step;

    /// @param detail what the words are worth that a shorter form leaves out, 0 to 1
    Contender(Candidate candidate, Function<Candidate, List<Form>> wording, double detail) {
        this.candidate = candidate;
        this.wording = wording;
        this.detail = detail;
    }

    Candidate candidate() {
        return candidate;
    }

    boolean isChosen() {
        return passage.isPresent();
    }

    int tokens() {
        return passage.map(Passage::tokens).orElse(0);
    }

    /// Whether there is nothing left that it could compete for.
    boolean isDone() {
        return !forms.isEmpty() && step >= forms.size();
    }

    /// The form that it competes for; empty when it has all.
    Optional<Form> next() {
        return step < forms().size() ? Optional.of(forms().get(step)) : Optional.empty();
    }

    Form shortest() {
        return forms().getFirst();
    }

    boolean isMergedInto() {
        return !merged.isEmpty();
    }

    void choose(Passage chosen) {
        passage = Optional.of(chosen);
        gain = OptionalDouble.empty();
        step = Math.max(step + 1, forms().indexOf(chosen.form()) + 1);
    }

    void giveUp() {
        passage = Optional.empty();
        gain = OptionalDouble.empty();
        step = forms().size();
    }

    Optional<Chosen> chosen() {
        return passage.map(text -> new Chosen(candidate, text, merged));
    }

    /// Something chosen that says (nearly) the same.
    Optional<Contender> repeats() {
        return overlap >= OVERLAP_SAME && !isChosen() ? nearest.filter(Contender::isChosen) : Optional.empty();
    }

    /// Speaks for another one too, which is left out.
    void merge(Contender other) {
        merged.add(new Chosen.Merged(other.candidate, 1 - other.words().shareIn(words())));
    }

    /// Looks at itself, and at what was chosen since the last time. Most candidates of a long list
    /// never come to the top, and are never looked at.
    ///
    /// @return whether its gain may have fallen
    boolean settle(List<Contender> others) {
        boolean isNew = forms.isEmpty();
        forms();
        boolean mayHaveFallen = compare(others) || isNew;
        gain = mayHaveFallen ? OptionalDouble.empty() : gain;
        return mayHaveFallen;
    }

    private boolean compare(List<Contender> others) {
        if (isChosen()) {
            return false;
        }
        double before = overlap;
        while (comparedWith < others.size()) {
            compare(others.get(comparedWith++));
        }
        return overlap > before;
    }

    private void compare(Contender other) {
        double common = overlapWith(other);
        if (common > overlap) {
            overlap = common;
            nearest = Optional.of(other);
        }
    }

    /// What the next step adds for its length. Before it was looked at, the most that it can be.
    double gain() {
        if (gain.isEmpty()) {
            gain = OptionalDouble.of(
                    forms.isEmpty() ? candidate.value() / Math.pow(LENGTH_MIN, LENGTH_EXPONENT) : gainOfNext());
        }
        return gain.getAsDouble();
    }

    private double gainOfNext() {
        return next().map(form -> (worth(form) - worthNow()) / Math.pow(length(form), LENGTH_EXPONENT))
                .orElse(0.0);
    }

    /// What it is worth as it stands in the context; 0 when it does not.
    double worthNow() {
        return passage.map(text -> worth(text.form())).orElse(0.0);
    }

    double worth(Form form) {
        double fresh = 1 - OVERLAP_PENALTY * Math.max(0, overlap - OVERLAP_FREE);
        return candidate.value() * fresh * (1 - detail * form.loss());
    }

    private static double length(Form form) {
        return Math.max(LENGTH_MIN, form.text().length());
    }

    private List<Form> forms() {
        if (forms.isEmpty()) {
            forms = wording.apply(candidate);
        }
        return forms;
    }

    private Words words() {
        if (words.isEmpty()) {
            words = Optional.of(Words.of(candidate.subject().content()));
        }
        return words.get();
    }

    /// Two turns repeat each other when they are alike; a memory repeats whatever contains it, as
    /// it is made from turns.
    private double overlapWith(Contender other) {
        boolean areTurns = candidate.isTurn() && other.candidate.isTurn();
        Words own = words();
        return areTurns || own.size() < WORDS_MIN ? own.similarity(other.words()) : own.shareIn(other.words());
    }
}
