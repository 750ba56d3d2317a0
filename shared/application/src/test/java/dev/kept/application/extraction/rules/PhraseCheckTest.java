package dev.kept.application.extraction.rules;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.application.extraction.words.PhraseCheck;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.rules.OwnRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger",
                "we+are|i'm porting",
                "keep ... out of",
                "on @days",
                "from now on",
                "c++|node.js upgrade",
                "please always|never",
                "^ note to self",
                "freeze $",
                "rollout , then? pause"
            })
    void phrasesThatTellSentencesApartAreTaken(String phrase) {
        assertDoesNotThrow(() -> PhraseCheck.check("keep[0]", phrase));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            the? ledger                 ; must begin with a word
            _ ledger                    ; must begin with a word
            ... ledger                  ; must begin with a word
            ledger ...                  ; must not end with a gap
            ledger ... ... closes       ; must not have two gaps in a row
            ledger ... a ... b ... c    ; must have at most 2 gaps
            the                         ; would match nearly every sentence
            we|i                        ; would match nearly every sentence
            ^ $                         ; would match nearly every sentence
            @number                     ; would match nearly every sentence
            ^ _                         ; would match nearly every sentence
            ledger|the                  ; would match nearly every sentence
            ledger, closed              ; must have a space around each mark: sentences are read as words and marks
            @friday ledger              ; must have a space around each mark: sentences are read as words and marks
            ledger|                     ; has an empty alternative
            ledger|_                    ; must have "_" and "..." stand alone
            a b c d e f g h i j k l m   ; must be at most 12 words
            x a? b? c? d?               ; must have at most 3 words that may be missing
            a+b|c+d|e+f|g a+b|c+d|e+f|g a+b|c+d|e+f|g ; has too many alternatives of several words
            """)
    void phrasesThatCannotWorkAreRefusedWithTheReason(String phrase, String reason) {
        InvalidRequest refused = assertThrows(InvalidRequest.class, () -> PhraseCheck.check("ignore[3]", phrase));
        assertEquals("ignore[3]", refused.field());
        assertEquals("ignore[3] " + reason, refused.getMessage());
    }

    /// What they cost is measured by the benchmark of hostile turns.
    @Test
    void fewOfTheSlowestRulesAreTaken() {
        List<String> slow = new ArrayList<>();
        for (int i = 0; i < 200 && isTaken(slow, "a ... a|b? ... ledger" + i); i++) {
            slow.add("a ... a|b? ... ledger" + i);
        }
        assertEquals(5, slow.size());
    }

    private static boolean isTaken(List<String> before, String next) {
        List<String> all = new ArrayList<>(before);
        all.add(next);
        try {
            OwnRulesCheck.check(
                    new OwnRules(List.of(), List.of(), List.of(), List.of(), all, List.of(), List.of(), List.of()));
            return true;
        } catch (InvalidRequest _) {
            return false;
        }
    }
}
