package dev.kept.benchmarks.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whether what is kept can be understood without the conversation, with the language tools of the product.
class StandsAloneTest {
    /// A Sunday.
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private static final ExtractionPipeline PIPELINE =
            new ExtractionPipeline(Redactor.standard(), new OpenNlpLinguistics());

    private final List<Turn> turns = new ArrayList<>();

    @Test
    void aSentenceThatLeansOnTheOneBeforeStaysWithIt() {
        user("We switched to pnpm last Tuesday. One machine less to look after. Use it in every new repo.");

        assertEquals(
                List.of("We switched to pnpm last Tuesday (2026-11-17). One machine less to look after."
                        + " Use it in every new repo."),
                kept());
    }

    @Test
    void aLeaningSentenceTakesAlongWhatIsNotKeptByItself() {
        user("So, I do the newsletter for the Otter Holt Trust, as a volunteer. It goes to about 3,100 people through"
                + " Mailjay.");

        assertEquals(
                List.of("I do the newsletter for the Otter Holt Trust, as a volunteer. It goes to about 3,100 people"
                        + " through Mailjay."),
                kept());
    }

    @Test
    void aPersonIsToldByNameWhenOnlyOneWasSpokenOf() {
        assistant("Petra Olafsen, noted.");
        user("she prefers mails over calls, and she's out on Fridays");

        assertEquals(List.of("she (Petra Olafsen) prefers mails over calls, and she's out on Fridays"), kept());
    }

    @Test
    void nobodyIsGuessed() {
        assistant("Petra Olafsen or Sunniva Dahl, noted.");
        user("she prefers mails over calls, and she's out on Fridays");

        assertEquals(List.of("she prefers mails over calls, and she's out on Fridays"), kept());
    }

    @Test
    void itemsHaveTheHeadingOfTheirList() {
        user("I can't eat:\n- peanuts\n- shellfish\n- kiwi");

        assertEquals(List.of("I can't eat: peanuts; shellfish; kiwi"), kept());
    }

    @Test
    void namesAndValuesBelowAHeadingAreTheUsersOwn() {
        user("our environments:\n- staging: eu-west-1\n- prod: eu-central-1");

        assertEquals(List.of("our environments: staging: eu-west-1", "our environments: prod: eu-central-1"), kept());
    }

    @Test
    void aFileIsNoListOfTheUsers() {
        user("why does it fail?\n\nconfig:\n- host: db1\n- port: 5432");
        user("what does this do?\n- name: build\n  run: make\n- name: test\n  run: make test");

        assertEquals(List.of(), kept());
    }

    @Test
    void whoTakesLeaveSaysNothingOfTheThing() {
        user("We deploy on Fridays. ok gotta run to standup");

        assertEquals(List.of("We deploy on Fridays."), kept());
    }

    @Test
    void theVerbTellsWhichDayIsMeant() {
        user("we moved the gateway to the staging box on Thursday");
        user("we'll move the gateway to the new box on Thursday");
        user("we always move the gateway on Thursday");

        assertEquals(
                List.of(
                        "we moved the gateway to the staging box on Thursday (2026-11-19)",
                        "we'll move the gateway to the new box on Thursday (2026-11-26)",
                        "we always move the gateway on Thursday"),
                kept());
    }

    private void user(String text) {
        say(Role.USER, text);
    }

    private void assistant(String text) {
        say(Role.ASSISTANT, text);
    }

    private void say(Role role, String text) {
        turns.add(new Turn(
                Owner.of(new UserId("ada")),
                new SessionId("s1"),
                Optional.empty(),
                new TurnId("t" + (100 + turns.size())),
                new Utterance(Optional.empty(), role, Optional.empty(), text, AT, true, Map.of()),
                AT));
    }

    private List<String> kept() {
        return PIPELINE.extract(new ExtractionInput(List.of(), turns)).candidates().stream()
                .map(Candidate::content)
                .toList();
    }
}
