package dev.kept.application.extraction;

import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares a candidate with known memories by the words that carry meaning, rare words counting more.
///
/// The same is what shares nearly all of them, in both directions: a memory that says more is not the same. Outdated
/// is what a candidate that speaks of a change shares its subject with: enough of the rare words that the two have in
/// common to be about one thing. A wrong "outdated" hides a memory, so when in doubt both stay; the newer one ranks
/// higher anyway.
final class Comparing {
    private static final double SAME = 0.8;
    private static final int SAME_WORDS = 3;
    private static final double ABOUT_ONE_THING = 0.24;
    private static final double SHARED_RARE = 2.2;
    private static final int OUTDATED_AT_MOST = 2;

    private final Technologies technologies;

    Comparing(Technologies technologies) {
        this.technologies = technologies;
    }

    Comparison compare(Candidate candidate, Collection<Memory> known) {
        Set<String> words = ContentWords.of(candidate.content());
        List<Memory> active = known.stream().filter(Memory::isActive).toList();
        for (Memory memory : active) {
            if (isSame(words, ContentWords.of(memory.statement().content()))) {
                return new Comparison.Same(memory);
            }
        }
        boolean speaksOfChange = candidate.changes() || candidate.type() == MemoryType.DECISION;
        return speaksOfChange ? outdatedBy(candidate, words, active) : new Comparison.New();
    }

    private static boolean isSame(Set<String> words, Set<String> other) {
        long shared = words.stream().filter(other::contains).count();
        long all = words.size() + other.size() - shared;
        return (shared >= SAME_WORDS && shared >= SAME * all) || words.equals(other);
    }

    private Comparison outdatedBy(Candidate candidate, Set<String> words, List<Memory> active) {
        Map<String, Integer> frequency = frequency(active);
        record Scored(Memory memory, double score) {}
        List<Memory> outdated = active.stream()
                .filter(memory -> canBeOutdated(candidate, memory))
                .map(memory -> new Scored(memory, score(candidate, words, memory, frequency, active.size())))
                .filter(scored -> scored.score() >= ABOUT_ONE_THING)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(OUTDATED_AT_MOST)
                .map(Scored::memory)
                .toList();
        return outdated.isEmpty() ? new Comparison.New() : new Comparison.Updates(outdated);
    }

    private static boolean canBeOutdated(Candidate candidate, Memory memory) {
        boolean evidence = memory.statement().type() == MemoryType.ERROR
                || memory.statement().type() == MemoryType.CODE
                || candidate.type() == MemoryType.ERROR;
        boolean sameTurn =
                candidate.sourceTurnIds().stream().anyMatch(memory.provenance().sourceTurnIds()::contains);
        boolean older = !memory.validity().validFrom().isAfter(candidate.validFrom());
        return !evidence && !sameTurn && older && !memory.statement().pinned();
    }

    private double score(
            Candidate candidate, Set<String> words, Memory memory, Map<String, Integer> frequency, int memories) {
        double overlap = candidate.changes() ? overlap(words, memory, frequency, memories) : 0;
        return takesThePlace(candidate, words, memory) ? 1 + overlap : overlap;
    }

    /// A database for a database, a queue for a queue: with a word of the subject in common, that is a replacement.
    private boolean takesThePlace(Candidate candidate, Set<String> words, Memory memory) {
        List<String> before = memory.statement().entities();
        List<String> replaced = before.stream()
                .filter(old -> candidate.entities().stream().anyMatch(name -> technologies.compete(name, old)))
                .toList();
        Set<String> other = ContentWords.of(memory.statement().content());
        boolean keepsNone = candidate.entities().stream()
                .filter(name -> replaced.stream().anyMatch(old -> technologies.compete(name, old)))
                .noneMatch(before::contains);
        return !replaced.isEmpty() && keepsNone && words.stream().anyMatch(other::contains);
    }

    /// The share of the smaller text's weight that both have; nothing when they share only common words.
    private static double overlap(Set<String> words, Memory memory, Map<String, Integer> frequency, int memories) {
        Set<String> other = ContentWords.of(memory.statement().content());
        double shared = words.stream()
                .filter(other::contains)
                .mapToDouble(word -> weight(word, frequency, memories))
                .sum();
        double smaller = Math.min(weight(words, frequency, memories), weight(other, frequency, memories));
        return shared < SHARED_RARE || smaller == 0 ? 0 : shared / smaller;
    }

    private static double weight(Set<String> words, Map<String, Integer> frequency, int memories) {
        return words.stream()
                .mapToDouble(word -> weight(word, frequency, memories))
                .sum();
    }

    /// Inverse document frequency, smoothed so that a small memory does not make every word rare.
    private static double weight(String word, Map<String, Integer> frequency, int memories) {
        return Math.log((memories + 8.0) / (frequency.getOrDefault(word, 0) + 1.0));
    }

    private static Map<String, Integer> frequency(List<Memory> memories) {
        Map<String, Integer> frequency = new HashMap<>();
        for (Memory memory : memories) {
            ContentWords.of(memory.statement().content()).forEach(word -> frequency.merge(word, 1, Integer::sum));
        }
        return frequency;
    }
}
