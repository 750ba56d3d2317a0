package dev.kept.application.extraction.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.FakeLinguistics;
import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class WordingTest {
    private static final Path CONVERSATIONS = Path.of("../../benchmarks/data/extraction/conversations.jsonl");

    private final ExtractionRules rules = ExtractionRules.bundled();
    private final FakeLinguistics linguistics = new FakeLinguistics();
    private final Wording wording = new Wording(rules, new Dating(linguistics));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ok so btw we use Postgres                                        | we use Postgres
            last bit: events go to Kafka                                     | events go to Kafka
            ok, last bit: events go to Kafka                                 | events go to Kafka
            quick recap since you're new here: it's on an ancient MySQL 5.7  | it's on an ancient MySQL 5.7
            One more thing. All money is in cents                            | All money is in cents
            By the way, I'm vegetarian                                       | I'm vegetarian
            plot twist! we're on FishNet                                     | we're on FishNet
            While we are at it, closed matters are kept for seven years      | closed matters are kept for seven years
            one thing for everything you write for us: no singletons         | one thing for everything you write for us: no singletons
            One year, compute, no upfront                                    | One year, compute, no upfront
            next: we drop Redis                                              | we drop Redis
            the next thing we drop is Redis: it's slow                       | the next thing we drop is Redis: it's slow
            last bit:                                                        | last bit:
            """)
    void leavesOutWhatCarriesNothing(String said, String content) {
        assertEquals(content, wording.content(sentences(said)));
    }

    @Test
    void anItemIsSaidWithTheHeadingOfItsList() {
        assertEquals("our environments: staging: eu-west-1", wording.content(items("staging: eu-west-1")));
        assertEquals(
                "our environments: staging: eu-west-1; prod: eu-central-1",
                wording.content(items("staging: eu-west-1", "prod: eu-central-1")));
    }

    @Test
    void aSummaryIsShorterAndEndsWhereASentenceDoes() {
        String content = "We decided on Postgres 16 for the orders service. It runs on RDS since March."
                + " The old cluster is kept for a while, because of the reports that nobody has moved so far.";

        assertEquals("We decided on Postgres 16 for the orders service.", wording.summary(content));
        assertTrue(wording.summary("a".repeat(50) + " " + "b".repeat(100)).length() <= 120);
    }

    /// Of whatever anybody said in the labelled conversations: what is kept of a sentence is how it ends, with dates
    /// beside it, and what is left out is a lead-in.
    @Test
    void noWordAboutTheThingIsEverLost() throws IOException {
        Set<String> idle = rules.words("fillers");
        List<Sentence> all = said();
        assertTrue(all.size() > 1_000, "read " + all.size());
        for (Sentence sentence : all) {
            String kept = Dating.undated(wording.content(List.of(sentence)));
            assertTrue(Dating.undated(sentence.text()).endsWith(kept), () -> sentence.text() + " became " + kept);
            String left = Dating.undated(sentence.text())
                    .substring(0, Dating.undated(sentence.text()).length() - kept.length());
            assertTrue(
                    Words.of(left).tokens().stream()
                                    .filter(token -> Character.isLetter(token.charAt(0)))
                                    .allMatch(idle::contains)
                            || left.length() <= 80,
                    () -> "left out " + left);
        }
    }

    private List<Sentence> said() throws IOException {
        SentenceSplitter splitter = new SentenceSplitter(linguistics);
        List<Sentence> all = new ArrayList<>();
        for (String line : Files.readAllLines(CONVERSATIONS)) {
            Map<?, ?> conversation = new Yaml(new SafeConstructor(new LoaderOptions())).load(line);
            for (Map<?, ?> session : mappings(conversation, "sessions")) {
                for (Map<?, ?> turn : mappings(session, "turns")) {
                    String content = String.valueOf(turn.get("content"));
                    splitter.split(content).stream()
                            .filter(text -> text.length() < TurnReader.SENTENCE_CHARACTERS)
                            .forEach(text -> all.addAll(sentences(text)));
                }
            }
        }
        return all;
    }

    private static List<Map<?, ?>> mappings(Map<?, ?> of, String field) {
        List<Map<?, ?>> mappings = new ArrayList<>();
        if (of.get(field) instanceof List<?> list) {
            list.forEach(one -> mappings.add((Map<?, ?>) one));
        }
        return mappings;
    }

    private static List<Sentence> sentences(String text) {
        return List.of(new Sentence(turn(text), 0, text, Words.of(text)));
    }

    private static List<Sentence> items(String... texts) {
        return List.of(texts).stream()
                .map(text -> new Sentence(turn(text), 0, text, Words.of(text), Optional.of("ok our environments:")))
                .toList();
    }

    private static Turn turn(String text) {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        return new Turn(
                Owner.of(new UserId("ada")),
                new SessionId("s1"),
                Optional.empty(),
                new TurnId("t1"),
                new Utterance(Optional.empty(), Role.USER, Optional.empty(), text, at, true, Map.of()),
                at);
    }
}
