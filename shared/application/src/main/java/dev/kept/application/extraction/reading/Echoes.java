package dev.kept.application.extraction.reading;

import dev.kept.domain.session.Role;
import java.util.ArrayList;
import java.util.List;

/// Takes out of an assistant's turns what it only repeats from text of others, so that an "ok" of the user adopts what
/// the assistant proposes and nothing that a page or a tool put into its mouth.
///
/// Only the window itself is looked at, so that what is found does not depend on how turns were cut into batches.
public final class Echoes {
    private Echoes() {}

    /// The same turns in their order, the assistant's without the sentences that repeat foreign
    /// text of an earlier one.
    public static List<Reading> without(List<Reading> readings) {
        List<Shingles> foreign = new ArrayList<>();
        List<Reading> own = new ArrayList<>();
        for (Reading reading : readings) {
            boolean echoes = reading.isBy(Role.ASSISTANT) && !foreign.isEmpty();
            own.add(echoes ? withoutEchoes(reading, foreign) : reading);
            if (!reading.foreign().runs().isEmpty()) {
                foreign.add(reading.foreign());
            }
        }
        return own;
    }

    private static Reading withoutEchoes(Reading reading, List<Shingles> foreign) {
        List<Sentence> own = reading.sentences().stream()
                .filter(sentence -> foreign.stream().noneMatch(text -> text.contain(sentence.words())))
                .toList();
        return own.size() == reading.sentences().size() ? reading : reading.with(own);
    }
}
