package dev.kept.application.extraction.reading;

import dev.kept.domain.session.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A turn and the turns before it that may give it meaning, always equally many, so that what is found does not
/// depend on how turns were cut into batches.
public record Window(List<Reading> before, Reading now) {
    public Window {
        before = List.copyOf(before);
    }

    /// This turn and those right before it.
    ///
    /// @param turns how many of those before it at most
    public List<Reading> latest(int turns) {
        List<Reading> latest = new ArrayList<>(before.subList(Math.max(0, before.size() - turns), before.size()));
        latest.add(now);
        return latest;
    }

    /// What the assistant said last, when that is what this turn answers.
    public Optional<Reading> answered() {
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.getLast()).filter(it -> it.isBy(Role.ASSISTANT));
    }

    /// The question that this turn answers: the last one of the assistant.
    public Optional<Sentence> question() {
        return answered()
                .flatMap(reading -> reading.sentences().reversed().stream()
                        .filter(Sentence::isQuestion)
                        .findFirst());
    }
}
