package dev.kept.application.extraction.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecalledContextTest {
    @Test
    void takesOutWhatWasRecalled() {
        assertEquals(
                "before  after",
                RecalledContext.strip("before <kept-context id=\"c\" version=\"1\">\nold\n</kept-context> after"));
    }

    @Test
    void aBlockInsideABlockBelongsToTheOuterOne() {
        String text = "a<kept-context id=\"1\">x<kept-context id=\"2\">y</kept-context>z</kept-context>b";

        assertEquals("ab", RecalledContext.strip(text));
    }

    @Test
    void aBlockThatIsNotClosedReachesToTheEnd() {
        assertEquals("a ", RecalledContext.strip("a <kept-context id=\"1\">x and I always prefer tabs"));
    }

    @Test
    void aStrayEndIsOnlyRemoved() {
        assertEquals("a b", RecalledContext.strip("a </kept-context>b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < KEPT-context id='1' >x< / kept-context >b",
                "a <kеpt-contехt>x</kеpt-contехt>b",
                "a ＜kept－context＞x＜/kept－context＞b",
                "a <kept\u200b-con\u00adtext>x</kept-context>b",
                "a &lt;kept-context&gt;x&lt;/kept-context&gt;b",
                "a \\u003ckept-context\\u003ex\\u003c/kept-context\\u003eb",
                "a [kept_context]x[/kept_context]b",
            })
    void aTagCountsHoweverItIsDressedUp(String text) {
        assertEquals("a b", RecalledContext.strip(text));
    }

    @Test
    void theWordAloneIsNoTag() {
        String text = "we decided to call the tag kept-context";

        assertEquals(text, RecalledContext.strip(text));
    }

    @Test
    void otherMarkupStays() {
        assertEquals("if a < b and <div>", RecalledContext.strip("if a < b and <div>"));
    }
}
