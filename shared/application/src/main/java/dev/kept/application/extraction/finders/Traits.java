package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.names.Entity;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.WordClasses;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.memory.MemoryType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What can be seen of a sentence, as names that the fitted weights speak of: its words, alone and with their
/// neighbours, the rules that it meets, what kinds of things it names, how long it is and how it ends, where in its
/// turn it stands, and what it answers.
final class Traits {
    private static final List<String> SIGNALS = List.of(
            "accepts",
            "proposes",
            "fixed",
            "fixed-for-sure",
            "solved",
            "problem",
            "declares-code",
            "adopts-code",
            "states",
            "goes-on",
            "refers-back",
            "answers",
            "asks",
            "changes",
            "responsible");
    private static final int WORDS_MAX = 80;
    private static final int WORDS_A_STEP = 4;
    private static final int LENGTHS = 6;
    private static final int RECENT = 6;
    private static final int TURNS = 3;
    private static final int CHARACTERS_A_STEP = 150;

    private final ExtractionRules rules;
    private final EntityFinder entities;

    Traits(ExtractionRules rules, EntityFinder entities) {
        this.rules = rules;
        this.entities = entities;
    }

    /// Of each sentence of the window's turn, by its position.
    Map<Integer, Set<String>> of(Window window) {
        Map<Integer, List<String>> met = new HashMap<>();
        window.now().sentences().forEach(sentence -> met.put(sentence.position(), rules(sentence)));
        List<String> talk = talk(window);
        Map<Integer, Set<String>> all = new HashMap<>();
        for (Sentence sentence : window.now().sentences()) {
            int position = sentence.position();
            Set<String> traits = new LinkedHashSet<>();
            addWords(classes(sentence.words()), traits);
            addShape(sentence, window.now().sentences().size(), traits);
            traits.addAll(met.getOrDefault(position, List.of()));
            for (int near : List.of(position - 1, position + 1)) {
                met.getOrDefault(near, List.of()).forEach(trait -> traits.add("near " + trait));
            }
            traits.addAll(talk);
            all.put(position, traits);
        }
        window.question().ifPresent(asked -> all.computeIfPresent(0, (_, traits) -> addQuestion(asked, traits)));
        return all;
    }

    private static List<String> classes(Words words) {
        return words.tokens().stream()
                .limit(WORDS_MAX)
                .map(WordClasses::classOf)
                .toList();
    }

    private static void addWords(List<String> words, Set<String> traits) {
        for (int i = 0; i < words.size(); i++) {
            traits.add(words.get(i));
            if (i + 1 < words.size()) {
                traits.add(words.get(i) + " " + words.get(i + 1));
            }
            if (i + 2 < words.size()) {
                traits.add(words.get(i) + " " + words.get(i + 1) + " " + words.get(i + 2));
            }
        }
    }

    private List<String> rules(Sentence sentence) {
        Words words = sentence.words();
        List<String> traits = new ArrayList<>();
        rules.cues(words).stream()
                .filter(cue -> !cue.own())
                .forEach(cue -> traits.add("cue " + name(cue.type()) + ": " + cue.why()));
        rules.objections(words).forEach(objection -> traits.add("objection: " + objection.reason()));
        SIGNALS.stream().filter(signal -> rules.signals(signal, words)).forEach(signal -> traits.add("sign " + signal));
        entities.in(sentence.text()).forEach(entity -> traits.add("names " + kind(entity)));
        return traits;
    }

    /// What is being talked about, and how far the talk has come.
    private static List<String> talk(Window window) {
        boolean technical = window.latest(RECENT).stream().anyMatch(Reading::isTechnical);
        int characters = window.before().reversed().stream()
                .limit(TURNS)
                .mapToInt(reading -> reading.turn().utterance().content().length())
                .sum();
        return List.of(
                technical ? "talk of technology" : "talk of anything",
                "turn " + Math.min(TURNS, window.before().size()),
                "talk " + Math.min(LENGTHS, characters / CHARACTERS_A_STEP));
    }

    private static String kind(Entity entity) {
        return Set.of(Entity.CODE, Entity.PERSON, Entity.TECHNOLOGY).contains(entity.kind())
                ? entity.kind()
                : Entity.NAME;
    }

    private static void addShape(Sentence sentence, int sentences, Set<String> traits) {
        traits.add("length " + Math.min(LENGTHS, sentence.words().count() / WORDS_A_STEP));
        traits.add("end "
                + Character.toString(
                        sentence.text().codePointBefore(sentence.text().length())));
        traits.add(sentence.position() == 0 ? "first" : "later");
        if (sentence.position() == sentences - 1) {
            traits.add("last");
        }
        traits.add("of " + Math.min(LENGTHS, sentences));
        if (sentence.turn().utterance().speaker().isPresent()) {
            traits.add("spoken in a group");
        }
    }

    private Set<String> addQuestion(Sentence question, Set<String> traits) {
        traits.add("answer");
        question.words().tokens().stream().limit(WORDS_MAX).forEach(word -> traits.add("asked " + word));
        rules.questionCues(question.words()).forEach(cue -> traits.add("asked for " + name(cue.type())));
        return traits;
    }

    private static String name(MemoryType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
