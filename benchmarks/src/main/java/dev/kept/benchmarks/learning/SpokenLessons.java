package dev.kept.benchmarks.learning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.application.extraction.finders.SpokenTraits;
import dev.kept.benchmarks.JsonLines;
import dev.kept.benchmarks.extraction.Conversation;
import dev.kept.benchmarks.extraction.GoldMemory;
import dev.kept.benchmarks.extraction.Terms;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Examples of what is said: of which type a sentence is, and whether a turn confirms a fix.
final class SpokenLessons {
    static final String CONFIRMED = "confirmed";
    private static final String ERROR = "error";

    private final SpokenTraits traits;

    SpokenLessons(SpokenTraits traits) {
        this.traits = traits;
    }

    /// Which type each sentence is of, or none.
    List<Example> types(List<Conversation> talks) {
        List<Example> examples = new ArrayList<>();
        for (Conversation talk : talks) {
            for (List<Turn> session : LessonTurns.of(talk)) {
                for (SpokenTraits.TurnTraits said : traits.of(session)) {
                    addTypes(talk, turn(session, said), said, examples);
                }
            }
        }
        return examples;
    }

    private static boolean restsOn(GoldMemory memory, Turn turn) {
        return memory.turns().contains(turn.utterance().clientId().orElse(""));
    }

    private static Turn turn(List<Turn> session, SpokenTraits.TurnTraits said) {
        return session.stream()
                .filter(turn -> turn.id().equals(said.turnId()))
                .findFirst()
                .orElseThrow();
    }

    /// A sentence is of a memory's type when no other of its turn has more of the memory's terms, and at least half;
    /// one that has some of them teaches nothing.
    private static void addTypes(Conversation talk, Turn turn, SpokenTraits.TurnTraits said, List<Example> examples) {
        List<GoldMemory> expected = talk.labels().memories().stream()
                .filter(one -> restsOn(one, turn))
                .toList();
        for (SpokenTraits.SentenceTraits sentence : said.sentences()) {
            List<GoldMemory> told = expected.stream()
                    .filter(one -> one.terms().groupsIn(sentence.text()) > 0)
                    .toList();
            List<GoldMemory> best =
                    told.stream().filter(one -> isBest(one, sentence, said)).toList();
            boolean harmless = talk.labels().acceptable().stream().anyMatch(terms -> terms.areIn(sentence.text()));
            if (!best.isEmpty()) {
                Set<String> right = new HashSet<>();
                best.forEach(one -> {
                    right.add(one.type());
                    right.addAll(one.otherTypes());
                });
                examples.add(example(talk, best.getFirst().type(), right, sentence));
            } else if (told.isEmpty() && !harmless) {
                examples.add(example(talk, Example.NONE, Set.of(), sentence));
            }
        }
    }

    private static boolean isBest(
            GoldMemory expected, SpokenTraits.SentenceTraits sentence, SpokenTraits.TurnTraits said) {
        long most = said.sentences().stream()
                .mapToLong(other -> expected.terms().groupsIn(other.text()))
                .max()
                .orElse(0);
        return most > 0
                && expected.terms().areHalfIn(sentence.text())
                && expected.terms().groupsIn(sentence.text()) == most;
    }

    private static Example example(
            Conversation talk, String outcome, Set<String> right, SpokenTraits.SentenceTraits sentence) {
        return new Example(talk.id(), outcome, right, Example.present(sentence.traits()), Example.OF_TALK);
    }

    /// The same of single sentences.
    List<Example> sentences(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (JsonNode line : JsonLines.of(file)) {
            List<Turn> turns = new ArrayList<>();
            if (line.has("q")) {
                turns.add(LessonTurns.turn(Role.ASSISTANT, line.path("q").asText(), 0));
            }
            turns.add(LessonTurns.turn(Role.USER, line.path("s").asText(), 1));
            Set<String> seen = new LinkedHashSet<>();
            traits.of(turns).forEach(said -> said.sentences().forEach(one -> seen.addAll(one.traits())));
            if (!seen.isEmpty()) {
                examples.add(new Example(
                        "",
                        line.path("y").asText(),
                        Set.copyOf(Terms.texts(line.path("alt"))),
                        Example.present(seen),
                        1));
            }
        }
        return examples;
    }

    /// Which turns confirm a fix: the last of those that an error with several turns rests on.
    List<Example> fixes(List<Conversation> talks) {
        List<Example> examples = new ArrayList<>();
        for (Conversation talk : talks) {
            for (List<Turn> session : LessonTurns.of(talk)) {
                for (SpokenTraits.TurnTraits said : traits.of(session)) {
                    String id = turn(session, said).utterance().clientId().orElse("");
                    List<GoldMemory> errors = talk.labels().memories().stream()
                            .filter(one ->
                                    one.isOfType(ERROR) && one.turns().getLast().equals(id))
                            .toList();
                    boolean confirms =
                            errors.stream().anyMatch(one -> one.turns().size() > 1);
                    if (said.answered() && (confirms || errors.isEmpty())) {
                        String outcome = confirms ? CONFIRMED : Example.NONE;
                        examples.add(new Example(
                                talk.id(), outcome, Set.of(), Example.present(said.fix()), Example.OF_TALK));
                    }
                }
            }
        }
        return examples;
    }

    static List<String> typesAndNone() {
        List<String> outcomes = new ArrayList<>();
        for (MemoryType type : MemoryType.values()) {
            outcomes.add(type.name().toLowerCase(Locale.ROOT));
        }
        outcomes.add(Example.NONE);
        return outcomes;
    }
}
