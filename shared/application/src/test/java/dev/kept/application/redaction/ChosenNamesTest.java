package dev.kept.application.redaction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.InvalidRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenNamesTest {
    private static final String KEY = "AKIAQ3EGTRX7ZJ5WBMNP";

    private final ChosenNames names = new ChosenNames(Redactor.standard());

    @Test
    void refusesASecretNamingTheFieldAndNotTheSecret() {
        InvalidRequest refused = assertThrows(InvalidRequest.class, () -> names.check("sessionId", "run-" + KEY));
        assertEquals("sessionId", refused.field());
        assertFalse(String.valueOf(refused.getMessage()).contains(KEY));
    }

    @Test
    void namesThePlaceInAList() {
        InvalidRequest refused =
                assertThrows(InvalidRequest.class, () -> names.checkEach("aliases", List.of("billing", KEY)));
        assertEquals("aliases[1]", refused.field());
    }

    @Test
    void whatIsAbsentHoldsNone() {
        assertDoesNotThrow(() -> names.check("projectId", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0b1f3a52-8f1e-4e0a-9f2b-3a5f0d9c7e11",
                "s_01KAN6V3M8F4Q2Z7R9T1W5X3YB",
                "1732318485.123456",
                "1431234567890123456",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
                "github.com:acme/billing",
                "user@example.com",
                "turn-12",
                "password-reset",
                "token-service",
                "chat_4539148803436467"
            })
    void letsPassWhatIdsLookLike(String id) {
        assertDoesNotThrow(() -> names.check("sessionId", id));
    }
}
