package dev.kept.application.extraction.words;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PhraseTableTest {
    @Test
    void findsWordsInARowWhateverTheirCase() {
        assertTrue(occurs("going with", "We're GOING WITH Postgres"));
        assertFalse(occurs("going with", "going there with Postgres"));
    }

    @Test
    void knowsAlternativesWithOneWordOrMore() {
        assertTrue(occurs("we're|we+are on", "we are on Postgres"));
        assertTrue(occurs("we're|we+are on", "we\u2019re on Postgres"));
        assertFalse(occurs("we're|we+are on", "we on are"));
    }

    @Test
    void aWordMayBeMissing() {
        assertTrue(occurs("please now? stop", "please stop"));
        assertTrue(occurs("please now? stop", "please now stop"));
    }

    @Test
    void aGapTakesUpToFourWords() {
        assertTrue(occurs("is ... gone", "it is at long last gone"));
        assertFalse(occurs("is ... gone", "it is so very very very much gone"));
    }

    @Test
    void knowsDaysAndNumbers() {
        assertTrue(occurs("every @day", "deploys every Tuesday"));
        assertTrue(occurs("@number hours", "after 24 hours"));
        assertTrue(occurs("at @number", "at 9:30"));
    }

    @Test
    void anchorsHoldAtTheEnds() {
        assertTrue(occurs("^ how", "How come"));
        assertFalse(occurs("^ how", "somehow and how"));
        assertTrue(occurs("works $", "it works"));
    }

    private static boolean occurs(String phrase, String text) {
        PhraseTable<String> table = new PhraseTable<>();
        table.add(phrase, phrase);
        return table.occursIn(Words.of(text));
    }
}
