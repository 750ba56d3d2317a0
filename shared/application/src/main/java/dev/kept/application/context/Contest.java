package dev.kept.application.context;

import dev.kept.domain.context.Omission;
import dev.kept.domain.context.Omission.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All contenders: those that have their place, those that still compete, and those that are out.
final class Contest {
    private final List<Contender> contenders;
    private final List<Candidate> below;
    private final List<Contender> taken = new ArrayList<>();
    private final Map<Contender, Contender> merged = new HashMap<>();

    Contest(Recipe recipe, Wording wording, List<Candidate> candidates) {
        double best = candidates.stream().mapToDouble(Candidate::value).max().orElse(0);
        double floor = recipe.floor() * best;
        this.contenders = candidates.stream()
                .filter(candidate -> candidate.value() >= floor)
                .map(candidate -> new Contender(candidate, wording::forms, recipe.detail()))
                .toList();
        this.below = candidates.stream()
                .filter(candidate -> candidate.value() < floor)
                .toList();
    }

    /// Those of the sections that have something to compete for.
    List<Contender> open(Set<SectionName> sections) {
        List<Contender> open = new ArrayList<>();
        for (Contender contender : contenders) {
            boolean isOpen = sections.contains(contender.candidate().section()) && !merged.containsKey(contender);
            if (isOpen && !contender.isDone()) {
                open.add(contender);
            }
        }
        return open;
    }

    List<Contender> taken() {
        return Collections.unmodifiableList(taken);
    }

    List<Chosen> chosen() {
        return taken.stream().flatMap(contender -> contender.chosen().stream()).toList();
    }

    void take(Contender contender, Passage passage) {
        if (!contender.isChosen()) {
            taken.add(contender);
        }
        contender.choose(passage);
    }

    void drop(Contender contender) {
        taken.remove(contender);
        contender.giveUp();
    }

    /// Whether something chosen says the same; then that speaks for both.
    boolean isMerged(Contender contender) {
        Optional<Contender> same = contender.repeats();
        same.ifPresent(other -> {
            other.merge(contender);
            merged.put(contender, other);
        });
        return same.isPresent();
    }

    Selected result() {
        Stream<Omission> lost = contenders.stream()
                .filter(contender -> !contender.isChosen())
                .map(contender -> omission(contender.candidate(), sayingTheSame(contender)));
        Stream<Omission> poor = below.stream().map(Contest::poor);
        List<Omission> omitted = Stream.concat(lost, poor)
                .sorted(Comparator.comparingDouble(Omission::score).reversed().thenComparing(Omission::id))
                .toList();
        return new Selected(chosen(), omitted);
    }

    private Optional<String> sayingTheSame(Contender contender) {
        return Optional.ofNullable(merged.get(contender))
                .or(contender::repeats)
                .filter(Contender::isChosen)
                .map(other -> other.candidate().subject().id());
    }

    private static Omission omission(Candidate candidate, Optional<String> repeats) {
        Reason reason = repeats.isPresent() ? Reason.REPEATS : Reason.NO_ROOM;
        return new Omission(candidate.kind(), candidate.subject().id(), candidate.value(), reason, repeats);
    }

    private static Omission poor(Candidate candidate) {
        return new Omission(
                candidate.kind(), candidate.subject().id(), candidate.value(), Reason.BELOW_FLOOR, Optional.empty());
    }
}
