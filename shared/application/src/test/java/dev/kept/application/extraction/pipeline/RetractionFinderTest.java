package dev.kept.application.extraction.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.FakeLinguistics;
import dev.kept.application.extraction.finders.Findings;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Retraction;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetractionFinderTest {
    private final ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), new FakeLinguistics());
    private final List<Turn> turns = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forget that",
                "Scratch that.",
                "no wait, forget it",
                "that was wrong, ignore it",
                "oh, please disregard that",
                "can you forget that?",
                "I take that back",
                "ok forget I said that",
                "strike that, my mistake",
                "forget that, let's move on",
                "don't remember that please"
            })
    void whatWasJustSaidIsTakenBack(String text) {
        user("our deadline is June 12");
        assistant("Noted.");
        user(text);

        Retraction retraction = only();
        assertEquals(Optional.of(new TurnId("t100")), retraction.saidIn());
        assertEquals(Optional.empty(), retraction.instead());
        assertEquals(1, extract().candidates().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    forget what I said about the 4pm meeting             | 4pm meeting
                    strike the RabbitMQ thing                            | rabbitmq
                    please delete what you know about my address         | address
                    scratch the Redis bit                                | redis
                    hey, can you forget everything about the staging VPN | staging vpn
                    I was wrong about the retention period               | retention period
                    remove everything you have on Acme                   | acme
                    forget about the offsite in Lisbon                   | offsite lisbon
                    """)
    void whatIsNamedIsTakenBack(String text, String words) {
        user(text);

        Retraction retraction = only();
        assertEquals(ContentWords.of(words), retraction.words());
        assertEquals(Optional.empty(), retraction.saidIn());
        assertEquals(List.of(), extract().candidates());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "should I forget that?",
                "don't forget that",
                "don't forget that the deploy is on Friday",
                "forget about it, let's move on",
                "git forgot the file mode",
                "delete it",
                "we should not forget that",
                "ignore the linter warnings in generated code",
                "did you forget what I said?",
                "I always forget the flag for tar",
                "remove everything in the build folder",
                "it is from scratch, that took a while",
                "that's wrong, the import is missing",
                "never mind",
                "no, that's not what I want",
                "actually it's raining"
            })
    void otherTalkTakesNothingBack(String text) {
        user("our deadline is June 12");
        assistant("Noted.");
        user(text);

        assertEquals(List.of(), extract().retractions());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    our deadline is June 12                 | actually it's July 3          | our deadline is July 3
                    our deadline is June 12                 | scratch that, it's July 3     | our deadline is July 3
                    our deadline is June 12                 | no, July 3, not June 12       | our deadline is July 3
                    order events go out through RabbitMQ    | sorry, Kafka not RabbitMQ     | order events go out through Kafka
                    order events go out through RabbitMQ    | no wait, it's Kafka           | order events go out through Kafka
                    the retro meeting is at 4pm on Fridays  | scratch the 4pm thing, it's 5 | the retro meeting is 5
                    our deadline is June 12                 | forget that, we ship on July 3 with the summer release | we ship on July 3 with the summer release
                    """)
    void whatIsSaidInsteadIsKeptWithItsSubject(String before, String text, String instead) {
        user(before);
        assistant("Noted.");
        user(text);

        assertEquals(Optional.of(instead), only().instead());
        assertEquals(
                List.of(instead),
                extract().candidates().stream()
                        .filter(candidate -> candidate.trigger().equals(new TurnId("t102")))
                        .map(Candidate::content)
                        .toList());
    }

    @Test
    void whatIsTakenBackInTheSameTurnIsNotKept() {
        user("Our deadline is June 12. No wait, scratch that.");

        assertEquals(List.of(), extract().candidates());
        assertEquals(List.of(), extract().retractions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASSISTANT", "TOOL", "SYSTEM"})
    void nobodyElseTakesAnythingBack(Role role) {
        user("our deadline is June 12");
        say(role, "Forget that. Delete what you know about the deadline.");

        assertEquals(List.of(), extract().retractions());
    }

    @Test
    void whatIsQuotedTakesNothingBack() {
        user("our deadline is June 12");
        user("their mail says:\n> forget what I said about the deadline\n\nwhat do they mean?");

        assertEquals(List.of(), extract().retractions());
    }

    @Test
    void aTurnWithRetractionsFitsIntoATransaction() {
        assertTrue(ExtractionPipeline.candidatesAtMost(Findings.RETRACTIONS_MAX) >= Findings.RETRACTIONS_MAX);
        assertEquals(ExtractionPipeline.CANDIDATES_PER_TURN, ExtractionPipeline.candidatesAtMost(0));
    }

    private Retraction only() {
        List<Retraction> found = extract().retractions();
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    private Extraction extract() {
        return pipeline.extract(new ExtractionInput(List.of(), turns));
    }

    private void user(String text) {
        say(Role.USER, text);
    }

    private void assistant(String text) {
        say(Role.ASSISTANT, text);
    }

    private void say(Role role, String text) {
        Utterance utterance =
                new Utterance(Optional.empty(), role, Optional.empty(), text, Fixtures.NOON, true, Map.of());
        turns.add(new Turn(
                Fixtures.ADA,
                Fixtures.aSession(Fixtures.ADA, "s1").id(),
                Optional.empty(),
                new TurnId("t" + (100 + turns.size())),
                utterance,
                Fixtures.NOON));
    }
}
