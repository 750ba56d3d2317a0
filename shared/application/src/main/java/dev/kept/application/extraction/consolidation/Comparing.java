package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.reading.Gist;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares a candidate with known memories.
///
/// The same is what shares nearly all words that carry meaning, in both directions: a memory that says more is not the
/// same. Whether one takes the place of the other is a matter of many small signs, weighed as they were in labelled
/// conversations; what was said later takes the place of what was said earlier, in whichever order the two arrive.
public final class Comparing {
    private static final double SAME = 0.8;
    private static final int SAME_WORDS = 3;

    /// An update missed leaves an outdated memory beside the new one, where the newer one ranks higher; one imagined
    /// hides a memory that still holds, though its history keeps it. Chosen on labelled conversations.
    private static final double LIKELY = 0.1;

    private static final double SURE = 0.3;

    /// A statement takes the place of one memory, and of another only when that is likely by itself.
    private static final double SECOND = 0.4;

    private static final double HARMFUL_TO_HIDE = 0.8;
    static final int OUTDATED_AT_MOST = 2;
    private static final Duration SITTING = Duration.ofHours(6);
    private static final Duration REPEATED = Duration.ofDays(2);
    private static final int GISTS_KEPT = 2_000;

    private final UpdateProbability updates;
    private final Map<String, Gist> gists = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Gist> eldest) {
            return size() > GISTS_KEPT;
        }
    };

    /// @param nearness unknown where statements are compared by their words alone
    public Comparing(Nearness nearness) {
        this.updates = new UpdateProbability(nearness);
    }

    private record Said(MemoryType type, String content, List<String> entities, double importance, Instant at) {
        static Said of(Memory memory) {
            Memory.Statement statement = memory.statement();
            return new Said(
                    statement.type(),
                    statement.content(),
                    statement.entities(),
                    statement.importance(),
                    memory.validity().validFrom());
        }

        static Said of(Candidate candidate) {
            return new Said(
                    candidate.type(),
                    candidate.content(),
                    candidate.entities(),
                    candidate.importance(),
                    candidate.validFrom());
        }
    }

    Comparison compare(Candidate candidate, Collection<Memory> known) {
        Optional<Memory> same = same(candidate, known);
        if (same.isPresent()) {
            return new Comparison.Same(same.get());
        }
        List<Memory> others = known.stream()
                .filter(memory -> memory.isActive() && isComparable(candidate, memory))
                .toList();
        return newer(candidate, others)
                .<Comparison>map(Comparison.Late::new)
                .orElseGet(() -> updates(outdated(candidate, others)));
    }

    /// The active memory that says the same.
    Optional<Memory> same(Candidate candidate, Collection<Memory> known) {
        Gist said = gist(candidate.content());
        return known.stream()
                .filter(Memory::isActive)
                .filter(memory -> isSame(said, gist(memory.statement().content())))
                .filter(memory -> meansTheSameDays(candidate, memory))
                .findFirst();
    }

    private static Comparison updates(List<Memory> outdated) {
        return outdated.isEmpty() ? new Comparison.New() : new Comparison.Updates(outdated);
    }

    /// Six developers are not three, in however many words the two agree.
    private static boolean isSame(Gist one, Gist other) {
        long shared = Gist.shared(one.words(), other.words());
        long all = one.words().size() + other.words().size() - shared;
        boolean alike =
                (shared >= SAME_WORDS && shared >= SAME * all) || one.words().equals(other.words());
        return alike && one.differingValues(other).isEmpty();
    }

    /// "We release next week" is another release a month later; within two days people repeat themselves.
    private boolean meansTheSameDays(Candidate candidate, Memory memory) {
        Duration apart = Duration.between(memory.validity().validFrom(), candidate.validFrom())
                .abs();
        return apart.compareTo(REPEATED) <= 0
                || gist(candidate.content())
                        .dates()
                        .equals(gist(memory.statement().content()).dates());
    }

    /// Sentences of one turn stand beside each other; what a person pinned only a person outdates.
    private static boolean isComparable(Candidate candidate, Memory memory) {
        return candidate.sourceTurnIds().stream().noneMatch(memory.provenance().sourceTurnIds()::contains)
                && !memory.statement().pinned();
    }

    private record Scored(Memory memory, double score) {}

    private Optional<Memory> newer(Candidate candidate, List<Memory> known) {
        Said said = Said.of(candidate);
        return known.stream()
                .filter(memory -> isAfter(memory, candidate))
                .flatMap(memory -> update(said, Said.of(memory), memory).stream())
                .max(Comparator.comparingDouble(Scored::score))
                .map(Scored::memory);
    }

    private List<Memory> outdated(Candidate candidate, List<Memory> known) {
        Said said = Said.of(candidate);
        List<Scored> likely = known.stream()
                .filter(memory -> !isAfter(memory, candidate))
                .flatMap(memory -> update(Said.of(memory), said, memory).stream())
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(OUTDATED_AT_MOST)
                .toList();
        return likely.stream()
                .filter(one -> one.equals(likely.getFirst()) || one.score() >= SECOND)
                .map(Scored::memory)
                .toList();
    }

    private static boolean isAfter(Memory memory, Candidate candidate) {
        return memory.validity().validFrom().isAfter(candidate.validFrom());
    }

    private Optional<Scored> update(Said older, Said newer, Memory memory) {
        double likely = likely(older, newer);
        double probability = updates.of(side(older), side(newer), inOneSitting(older, newer), likely);
        return probability >= likely ? Optional.of(new Scored(memory, probability)) : Optional.empty();
    }

    /// Within one sitting people add more than they change, unless they say so; and what does harm when it is
    /// hidden, an allergy for one, is outdated only by what surely means it.
    private double likely(Said older, Said newer) {
        boolean says = updates.speaksOfChange(gist(newer.content()));
        boolean careful = isHarmfulToHide(older) || (inOneSitting(older, newer) && !says);
        return careful ? SURE : LIKELY;
    }

    /// Decisions and rules weigh as much by their type alone, and change.
    private static boolean isHarmfulToHide(Said said) {
        boolean plain = said.type() == MemoryType.FACT || said.type() == MemoryType.PREFERENCE;
        return plain && said.importance() >= HARMFUL_TO_HIDE;
    }

    private static boolean inOneSitting(Said older, Said newer) {
        return Duration.between(older.at(), newer.at()).compareTo(SITTING) < 0;
    }

    private UpdateSigns.Said side(Said said) {
        return new UpdateSigns.Said(said.type(), said.content(), gist(said.content()), said.entities());
    }

    private Gist gist(String content) {
        synchronized (gists) {
            return gists.computeIfAbsent(content, Gist::of);
        }
    }
}
