package dev.kept.domain.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchedOffTest {
    @ParameterizedTest
    @ValueSource(strings = {"none", "", " none ", ","})
    void isNothingWhenNoneIsNamed(String text) {
        assertEquals(new SwitchedOff(Set.of(), List.of()), SwitchedOff.parse(text));
    }

    @Test
    void isWhatIsNamed() {
        SwitchedOff off = SwitchedOff.parse("rerank, extraction-model");

        assertFalse(off.isOn(Flag.RERANK));
        assertFalse(off.isOn(Flag.EXTRACTION_MODEL));
        assertTrue(off.isOn(Flag.SUMMARIES));
    }

    @Test
    void passesOverWhatAnotherReleaseMayKnow() {
        SwitchedOff off = SwitchedOff.parse("rerank,telepathy");

        assertEquals(List.of("telepathy"), off.unknown());
        assertFalse(off.isOn(Flag.RERANK));
    }
}
