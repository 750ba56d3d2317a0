package dev.kept.application.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void endAtMarksThatEndSentencesAndAtLineBreaks() {
        assertEquals(
                List.of("Version 1.2 is out.", "\"Really?\"", "Yes!", "See kept.dev for more"),
                Sentences.of("Version 1.2 is out. \"Really?\" Yes!\nSee kept.dev for more"));
    }

    @Test
    void endAtTheirOwnMarksInScriptsWithoutBlanks() {
        assertEquals(List.of("東京に住んでいます。", "犬が好きです。"), Sentences.of("東京に住んでいます。犬が好きです。"));
    }

    @Test
    void areNoneInABlankText() {
        assertEquals(List.of(), Sentences.of(" \n "));
    }

    @Test
    void areWorthNothingWhenTheyTellNothing() {
        double[] worths =
                worths("", "Wow, that's great!", "Thanks so much!", "Hey Mel!", "I moved to Berlin.", "Seven? No, 8!");
        assertEquals(List.of(0.0, 0.0, 0.0), List.of(worths[0], worths[1], worths[2]));
        assertTrue(worths[3] > 0 && worths[4] > 0);
    }

    @Test
    void areWorthMoreWhenTheyHoldWordsOfTheQuery() {
        double[] worths =
                worths("When did Ada adopt the puppy?", "The parks were green.", "She adopted a puppy there.");
        assertTrue(worths[1] > worths[0]);
    }

    @Test
    void tellSomethingInScriptsWithoutBlanks() {
        assertTrue(worths("", "東京に住んでいます。")[0] > 0);
    }

    private static double[] worths(String query, String... sentences) {
        return Sentences.Worth.asking(query).of(List.of(sentences));
    }
}
