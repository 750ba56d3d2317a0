package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.found.Retraction;
import dev.kept.application.extraction.reading.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the finders collect for one turn: drafts, rejections, and which sentences are spoken for.
public final class Findings {
    /// Nobody takes back more than this in one turn.
    public static final int RETRACTIONS_MAX = 2;

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Retraction> retractions = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();

    void keep(Draft draft) {
        drafts.add(draft);
    }

    void takeBack(Retraction retraction) {
        retractions.add(retraction);
    }

    void use(Sentence sentence) {
        used.add(sentence.position());
    }

    void reject(Sentence sentence, String reason) {
        rejected.add(new Rejected(sentence.turn().id(), sentence.text(), reason));
    }

    /// Takes back why a sentence is not kept.
    void acquit(Sentence sentence) {
        rejected.removeIf(one ->
                one.turnId().equals(sentence.turn().id()) && one.content().equals(sentence.text()));
    }

    boolean isUsed(Sentence sentence) {
        return used.contains(sentence.position());
    }

    /// What may become a memory, in the order in which it was found.
    public List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    /// What the turn takes back; at most {@link #RETRACTIONS_MAX}.
    public List<Retraction> retractions() {
        return List.copyOf(retractions);
    }

    /// What was looked at and is not kept.
    public List<Rejected> rejected() {
        return List.copyOf(rejected);
    }
}
