package dev.kept.application.extraction.pipeline;

import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.model.ExtractionPrompt;
import dev.kept.application.extraction.model.PromptPart;
import dev.kept.application.extraction.model.PromptTurn;
import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.voices.Segment;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns as a model is shown them, and what can be looked up of them when it answers: redacted, without recalled
/// context, each voice for itself. A system's turns and those that may not be extracted are not shown at all, so they
/// cannot be cited either.
final class Transcript {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// A turn under its label.
    record Entry(PromptTurn shown, Turn turn, List<PromptPart> parts) {
        boolean isBy(Role role) {
            return turn.utterance().role() == role;
        }

        /// The speaker's own words.
        String said() {
            return texts(PromptPart.Said.class);
        }

        /// What can be evidence: own words and code, never text of others.
        String evidence() {
            return isBy(Role.TOOL) ? "" : said() + "\n" + texts(PromptPart.Code.class);
        }

        LocalDate day() {
            return shown.day();
        }

        private String texts(Class<? extends PromptPart> kind) {
            return parts.stream().filter(kind::isInstance).map(PromptPart::text).collect(Collectors.joining("\n"));
        }
    }

    /// @param reading whose sentences may be shown
    /// @param voices of the same turn, own words sentence by sentence
    void add(Reading reading, List<Segment> voices, boolean seen) {
        Turn turn = reading.turn();
        if (turn.utterance().role() == Role.SYSTEM || !turn.utterance().extract()) {
            return;
        }
        String label = "t" + (entries.size() + 1);
        Set<String> own = reading.sentences().stream().map(Sentence::text).collect(Collectors.toUnmodifiableSet());
        List<Segment> allowed = voices.stream()
                .filter(voice -> !(voice instanceof Segment.Own) || own.contains(voice.text()))
                .toList();
        List<PromptPart> parts = parts(label, turn.utterance().role() == Role.TOOL, allowed);
        if (!parts.isEmpty()) {
            LocalDate day = Dating.day(turn);
            PromptTurn shown = new PromptTurn(
                    label, seen, turn.utterance().role(), turn.utterance().speaker(), day, parts);
            entries.put(label, new Entry(shown, turn, parts));
        }
    }

    /// A tool speaks no words of its own. Sentences that follow each other are one part.
    private static List<PromptPart> parts(String label, boolean tool, List<Segment> voices) {
        List<PromptPart> parts = new ArrayList<>();
        int block = 0;
        for (Segment voice : voices) {
            String text = voice.text().strip();
            if (text.isEmpty()) {
                continue;
            }
            switch (voice) {
                case Segment.Own _ when !tool -> say(text, parts);
                case Segment.Code code
                when !tool -> parts.add(new PromptPart.Code(label + "/" + ++block, code.language(), text));
                case Segment.Own _, Segment.Code _, Segment.Foreign _ -> parts.add(new PromptPart.Quoted(text));
            }
        }
        return parts;
    }

    private static void say(String sentence, List<PromptPart> parts) {
        if (!parts.isEmpty() && parts.getLast() instanceof PromptPart.Said(String before)) {
            parts.set(parts.size() - 1, new PromptPart.Said(before + " " + sentence));
        } else {
            parts.add(new PromptPart.Said(sentence));
        }
    }

    Optional<Entry> find(String label) {
        return Optional.ofNullable(entries.get(label));
    }

    Optional<PromptPart.Code> code(String reference) {
        return entries.values().stream()
                .flatMap(entry -> entry.parts().stream())
                .filter(PromptPart.Code.class::isInstance)
                .map(PromptPart.Code.class::cast)
                .filter(code -> code.reference().equals(reference))
                .findFirst();
    }

    /// Whether anything in it could complete a memory.
    boolean hasNewWordsOfTheUser() {
        return entries.values().stream()
                .anyMatch(entry -> !entry.shown().seen()
                        && entry.isBy(Role.USER)
                        && !entry.evidence().isBlank());
    }

    ExtractionPrompt prompt() {
        return new ExtractionPrompt(entries.values().stream().map(Entry::shown).toList());
    }
}
