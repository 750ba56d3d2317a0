package dev.kept.adapters.opennlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.extraction.Linguistics.Token;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OpenNlpLinguisticsTest {
    private final OpenNlpLinguistics linguistics = new OpenNlpLinguistics();

    @Test
    void findsTheSentencesOfAText() {
        assertEquals(
                List.of("We moved to Postgres.", "Nobody misses MySQL 5.7."),
                linguistics.sentences("  We moved to Postgres. Nobody misses MySQL 5.7. "));
    }

    @Test
    void anEmptyTextHasNoSentencesAndAnEmptySentenceNoTokens() {
        assertEquals(List.of(), linguistics.sentences("  \n "));
        assertEquals(List.of(), linguistics.tokens(""));
    }

    @Test
    void tellsNamesAndVerbsWithTheirDictionaryForm() {
        List<Token> tokens = linguistics.tokens("Tomasz runs the queues in Berlin.");

        assertTrue(tokens.contains(new Token("Tomasz", "PROPN", "tomasz")), tokens::toString);
        assertTrue(tokens.contains(new Token("runs", "VERB", "run")), tokens::toString);
        assertTrue(tokens.contains(new Token("queues", "NOUN", "queue")), tokens::toString);
    }

    @Test
    void givesManyThreadsTheSameAnswer() throws Exception {
        String sentence = "Anneli Saar keeps the on-call rota, and nobody else may change it.";
        List<Token> expected = linguistics.tokens(sentence);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Token>>> answers =
                    threads.invokeAll(Collections.nCopies(64, () -> linguistics.tokens(sentence)));
            for (Future<List<Token>> answer : answers) {
                assertEquals(expected, answer.get());
            }
        }
    }
}
