package dev.kept.benchmarks.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.Candidate;
import dev.kept.application.extraction.ExtractionInput;
import dev.kept.application.extraction.ExtractionPipeline;
import dev.kept.application.extraction.Nearness;
import dev.kept.application.extraction.SpokenTraits;
import dev.kept.application.redaction.Redactor;
import dev.kept.benchmarks.extraction.Conversation;
import dev.kept.benchmarks.extraction.GoldMemory;
import dev.kept.benchmarks.extraction.Terms;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes examples of labelled conversations, sentences and pairs.
///
/// What was said in a conversation counts three times as much as what was written as a single sentence or pair: it
/// stands in the talk that gives it meaning.
final class Lessons {
    static final String NONE = "none";
    static final String CONFIRMED = "confirmed";
    static final String UPDATE = "update";
    private static final String ERROR = "error";
    private static final int OF_TALK = 3;

    private final SpokenTraits traits;
    private final ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), new OpenNlpLinguistics());

    Lessons(Nearness nearness) {
        this.traits = new SpokenTraits(Redactor.standard(), new OpenNlpLinguistics(), nearness);
    }

    /// Which type each sentence is of, or none.
    List<Example> types(List<Conversation> talks) {
        List<Example> examples = new ArrayList<>();
        for (Conversation talk : talks) {
            for (List<Turn> session : sessions(talk)) {
                for (SpokenTraits.TurnTraits said : traits.of(session)) {
                    addTypes(talk, turn(session, said), said, examples);
                }
            }
        }
        return examples;
    }

    private static List<List<Turn>> sessions(Conversation talk) {
        return talk.sessions().stream().map(Lessons::turns).toList();
    }

    private static List<Turn> turns(Conversation.Sitting sitting) {
        List<Turn> turns = new ArrayList<>();
        sitting.turns().forEach(said -> turns.add(turn(said, turns.size())));
        return turns;
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
                examples.add(example(talk, NONE, Set.of(), sentence));
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
        return new Example(talk.id(), outcome, right, Example.present(sentence.traits()), OF_TALK);
    }

    /// The same of single sentences.
    List<Example> sentences(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (JsonNode line : lines(file)) {
            List<Turn> turns = new ArrayList<>();
            if (line.has("q")) {
                turns.add(turn(Role.ASSISTANT, line.path("q").asText(), 0));
            }
            turns.add(turn(Role.USER, line.path("s").asText(), 1));
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
            for (List<Turn> session : sessions(talk)) {
                for (SpokenTraits.TurnTraits said : traits.of(session)) {
                    String id = turn(session, said).utterance().clientId().orElse("");
                    List<GoldMemory> errors = talk.labels().memories().stream()
                            .filter(one ->
                                    one.isOfType(ERROR) && one.turns().getLast().equals(id))
                            .toList();
                    boolean confirms =
                            errors.stream().anyMatch(one -> one.turns().size() > 1);
                    if (said.answered() && (confirms || errors.isEmpty())) {
                        String outcome = confirms ? CONFIRMED : NONE;
                        examples.add(new Example(talk.id(), outcome, Set.of(), Example.present(said.fix()), OF_TALK));
                    }
                }
            }
        }
        return examples;
    }

    /// @param session its place in the conversation
    /// @param turn the place of the turn that completes it
    private record Kept(Candidate candidate, int session, int turn) {
        boolean isBefore(Kept other) {
            return session < other.session || (session == other.session && turn < other.turn);
        }

        Set<Integer> hits(Conversation talk) {
            Set<Integer> hits = new HashSet<>();
            for (int i = 0; i < talk.labels().memories().size(); i++) {
                if (talk.labels().memories().get(i).terms().areIn(candidate.content())) {
                    hits.add(i);
                }
            }
            return hits;
        }
    }

    /// Which of what is kept takes the place of which.
    List<Example> updates(List<Conversation> talks) {
        List<Example> examples = new ArrayList<>();
        for (Conversation talk : talks) {
            List<Kept> all = kept(talk);
            for (Kept older : all) {
                all.stream().filter(older::isBefore).forEach(newer -> examples.add(update(talk, older, newer)));
            }
        }
        return examples;
    }

    private List<Kept> kept(Conversation talk) {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < sessions(talk).size(); i++) {
            List<Turn> session = sessions(talk).get(i);
            for (Candidate candidate :
                    pipeline.extract(new ExtractionInput(List.of(), session)).candidates()) {
                int turn = session.stream().map(Turn::id).toList().indexOf(candidate.trigger());
                kept.add(new Kept(candidate, i, turn));
            }
        }
        return kept;
    }

    /// How important what is kept was to a reader, where it is right and nothing took its place since.
    List<Weighed> importance(List<Conversation> talks) {
        List<Weighed> all = new ArrayList<>();
        for (Conversation talk : talks) {
            List<GoldMemory> expected = talk.labels().memories();
            Set<Integer> outdated =
                    expected.stream().flatMap(one -> one.supersedes().stream()).collect(Collectors.toSet());
            for (Kept kept : kept(talk)) {
                kept.hits(talk).stream()
                        .filter(hit -> !outdated.contains(hit))
                        .map(expected::get)
                        .findFirst()
                        .ifPresent(gold -> all.add(weighed(talk, kept.candidate(), gold)));
            }
        }
        return all;
    }

    private Weighed weighed(Conversation talk, Candidate candidate, GoldMemory gold) {
        Set<String> factors = new LinkedHashSet<>(traits.importance(candidate.content()));
        boolean takesAPlace = gold.supersedes().isPresent();
        if (takesAPlace) {
            factors.add(SpokenTraits.TAKES_A_PLACE);
        }
        return new Weighed(
                talk.id(),
                candidate.type().name().toLowerCase(Locale.ROOT),
                factors,
                gold.importance(),
                takesAPlace ? SpokenTraits.importanceOfUpdate(candidate.importance()) : candidate.importance());
    }

    private Example update(Conversation talk, Kept older, Kept newer) {
        Set<Integer> old = older.hits(talk);
        boolean takesThePlace = newer.hits(talk).stream()
                .filter(hit -> !old.contains(hit))
                .anyMatch(hit -> talk.labels()
                        .memories()
                        .get(hit)
                        .supersedes()
                        .filter(old::contains)
                        .isPresent());
        Map<String, Double> signs = traits.update(
                older.candidate().type(),
                older.candidate().content(),
                newer.candidate().type(),
                newer.candidate().content(),
                older.session() == newer.session());
        return new Example(talk.id(), takesThePlace ? UPDATE : NONE, Set.of(), signs, OF_TALK);
    }

    /// The same of single pairs.
    List<Example> pairs(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (JsonNode line : lines(file)) {
            Map<String, Double> signs =
                    traits.update(line.path("old").asText(), line.path("new").asText());
            boolean contradicts = line.path("y").asText().equals("contradicts");
            examples.add(new Example("", contradicts ? UPDATE : NONE, Set.of(), signs, 1));
        }
        return examples;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    private static Turn turn(Role role, String content, int position) {
        return turn(
                new Utterance(Optional.empty(), role, Optional.empty(), content, Instant.EPOCH, true, Map.of()),
                position);
    }

    private static Turn turn(Utterance utterance, int position) {
        return new Turn(
                Owner.of(new UserId("lesson")),
                new SessionId("lesson"),
                Optional.empty(),
                new TurnId("t_%010d".formatted(position)),
                utterance,
                utterance.occurredAt());
    }

    static List<String> typesAndNone() {
        List<String> outcomes = new ArrayList<>();
        for (MemoryType type : MemoryType.values()) {
            outcomes.add(type.name().toLowerCase(Locale.ROOT));
        }
        outcomes.add(NONE);
        return outcomes;
    }
}
