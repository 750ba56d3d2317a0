package dev.kept.application.extraction;

import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that the user takes back.
///
/// @param words stems of what is meant; of a bare "forget that", of what was said just before
/// @param saidIn the turn that said it, when no words tell
/// @param instead the content of the candidate of the same turn that is said instead, which is an update then
/// @param dependent whether what is said instead means nothing when nothing is meant: "actually it's 5"
public record Retraction(Set<String> words, Optional<TurnId> saidIn, Optional<String> instead, boolean dependent) {
    private static final double LEAST = 0.5;
    /// A word more, or much less said beside it.
    private static final double MARGIN = 0.15;

    public Retraction {
        words = Set.copyOf(words);
    }

    private record Scored(Memory memory, double score) {}

    /// The memory that is meant, if one clearly is. What a person pinned or edited only a person takes back.
    ///
    /// @param in the turn that takes it back
    Optional<Memory> meant(Collection<Memory> known, TurnId in) {
        List<Scored> scored = known.stream()
                .filter(memory -> mayBeMeant(memory, in))
                .map(memory -> new Scored(memory, score(memory)))
                .filter(one -> one.score() >= least())
                .sorted(Comparator.comparingDouble(Scored::score)
                        .thenComparing(one -> one.memory().id())
                        .reversed())
                .toList();
        boolean clear = scored.size() == 1
                || (scored.size() > 1
                        && (saidIn.isPresent()
                                || scored.getFirst().score() - scored.get(1).score() >= MARGIN));
        return clear ? Optional.of(scored.getFirst().memory()) : Optional.empty();
    }

    private boolean mayBeMeant(Memory memory, TurnId in) {
        List<TurnId> sources = memory.provenance().sourceTurnIds();
        return memory.isActive()
                && !memory.statement().pinned()
                && memory.statement().overrides().isEmpty()
                && !sources.contains(in)
                && saidIn.map(sources::contains).orElse(true);
    }

    /// What was said just before may have been kept in other words, but what is corrected has the words corrected.
    private double least() {
        return saidIn.isPresent() && instead.isEmpty() ? 0 : Math.max(1, LEAST * words.size());
    }

    private double score(Memory memory) {
        Set<String> other = ContentWords.of(Dating.undated(memory.statement().content()));
        long shared = Gist.shared(words, other);
        return shared + shared / (double) Math.max(1, words.size() + other.size() - shared);
    }
}
