package dev.kept.application.extraction.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void plainTextStaysTheSame() {
        String text = "we use Vue 3 – für alles\n\ttoo";

        assertSame(text, VisibleText.only(text));
    }

    @Test
    void whatNobodySeesIsNotThere() {
        assertEquals("nice", VisibleText.only("ni\u200bce\udb40\udc68\udb40\udc69\u2060\u0007\u3164"));
    }

    @Test
    void joinersStayInEmojiAndScriptsThatNeedThem() {
        String family = "\ud83d\udc68\u200d\ud83d\udc67";

        assertEquals(family, VisibleText.only(family));
        assertEquals("ignore", VisibleText.only("ig\u200dno\u200cre"));
    }

    @Test
    void textThatIsTurnedAroundIsKnownAsSuch() {
        assertTrue(VisibleText.turnsDirection(VisibleText.only("a \u202etxet\u202c b")));
    }
}
