package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

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

    @Test
    void otherMarkupStays() {
        assertEquals("if a < b and <div>", RecalledContext.strip("if a < b and <div>"));
    }
}
