package dev.kept.application.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void stemsWordsAndLeavesOutThoseThatSayNothing() {
        assertEquals(
                List.of("carolin", "friend", "deploi", "servic", "fridai"),
                Words.stems("Who is Caroline's friend, and were they deploying the services on Fridays?"));
    }

    @Test
    void keepsNumbersSoThatDatesMatch() {
        assertEquals(List.of("8", "mai", "2023"), Words.stems("8 May 2023"));
    }

    @Test
    void asksTheIndexForTheTopicAlone() {
        assertEquals("caroline deploy service", Words.topic("When did Caroline deploy the service?"));
    }

    @Test
    void asksForTheWholeQuestionWhenNoWordSaysAnything() {
        assertEquals("who are you?", Words.topic("who are you?"));
    }
}
