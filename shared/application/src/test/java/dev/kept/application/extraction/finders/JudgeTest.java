package dev.kept.application.extraction.finders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private final ExtractionRules rules = ExtractionRules.bundled();
    private final Judge judge = new Judge(rules);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ok thanks, great!                                  | small talk
                    which region do we use?                            | question
                    can you show me the config                         | question
                    imagine we rewrote everything in Haskell           | hypothetical
                    let's go with that                                 | means nothing without what it points at
                    yes, let's do those next time                      | means nothing without what it points at
                    maybe we use Redis                                 | hypothetical
                    what could I cook tonight                          | question
                    I'm having soup tonight                            | ephemeral
                    tell me more about the queue                       | a request for now
                    patient Jo Doe, born 01/02/1960, was told half ten | personal data
                    the passport is [redacted:passport]                | personal data
                    """)
    void refusesWithAReason(String text, String reason) {
        assertEquals(Optional.of(reason), objection(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    we decided on keyset pagination            |
                    lol, we're dropping Mongo                  |
                    where do runs get logged: MLflow           |
                    I prefer short answers                     |
                    the password rule: at least 12 characters  |
                    """)
    void letsStatementsPass(String text, String nothing) {
        assertEquals(Optional.empty(), objection(text), nothing);
    }

    @Test
    void aProblemAloneIsNotKept() {
        Sentence sentence = sentence("the build fails since we moved");

        assertEquals(
                Optional.of("problem without a confirmed fix"),
                judge.unsolved(sentence, new TypeScores(Set.of(), Set.of())));
    }

    private Optional<String> objection(String text) {
        Sentence sentence = sentence(text);
        return judge.objection(sentence, new TypeScores(rules.cues(sentence.words()), Set.of()));
    }

    private static Sentence sentence(String text) {
        Utterance utterance =
                new Utterance(Optional.empty(), Role.USER, Optional.empty(), text, Instant.EPOCH, true, Map.of());
        Turn turn = new Turn(
                Owner.of(new UserId("ada")),
                new SessionId("s1"),
                Optional.empty(),
                new TurnId("t1"),
                utterance,
                Instant.EPOCH);
        return new Sentence(turn, 0, text, Words.of(text));
    }
}
