package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.found.Retraction;
import dev.kept.application.extraction.reading.Gist;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which memory a retraction means. What a person pinned or edited only a person takes back.
final class MeantMemory {
    private static final double LEAST = 0.5;
    /// A word more, or much less said beside it.
    private static final double MARGIN = 0.15;

    private final Retraction retraction;
    private final TurnId in;

    private MeantMemory(Retraction retraction, TurnId in) {
        this.retraction = retraction;
        this.in = in;
    }

    /// The one that is meant, if one clearly is.
    ///
    /// @param in the turn that takes it back
    static Optional<Memory> of(Retraction retraction, TurnId in, Collection<Memory> known) {
        return new MeantMemory(retraction, in).among(known);
    }

    private record Scored(Memory memory, double score) {}

    private Optional<Memory> among(Collection<Memory> known) {
        List<Scored> scored = known.stream()
                .filter(this::mayBeMeant)
                .map(memory -> new Scored(memory, score(memory)))
                .filter(one -> one.score() >= least())
                .sorted(Comparator.comparingDouble(Scored::score)
                        .thenComparing(one -> one.memory().id())
                        .reversed())
                .toList();
        return isClear(scored) ? Optional.of(scored.getFirst().memory()) : Optional.empty();
    }

    private boolean isClear(List<Scored> scored) {
        return scored.size() == 1
                || (scored.size() > 1
                        && (retraction.saidIn().isPresent()
                                || scored.getFirst().score() - scored.get(1).score() >= MARGIN));
    }

    private boolean mayBeMeant(Memory memory) {
        List<TurnId> sources = memory.provenance().sourceTurnIds();
        return memory.isActive()
                && !memory.statement().pinned()
                && memory.statement().overrides().isEmpty()
                && !sources.contains(in)
                && retraction.saidIn().map(sources::contains).orElse(true);
    }

    /// What was said just before may have been kept in other words, but what is corrected has the words corrected.
    private double least() {
        boolean pointed =
                retraction.saidIn().isPresent() && retraction.instead().isEmpty();
        return pointed ? 0 : Math.max(1, LEAST * retraction.words().size());
    }

    private double score(Memory memory) {
        Set<String> meant = retraction.words();
        Set<String> other = ContentWords.of(Dating.undated(memory.statement().content()));
        long shared = Gist.shared(meant, other);
        return shared + shared / (double) Math.max(1, meant.size() + other.size() - shared);
    }
}
