package dev.kept.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrittenTest {
    private final Written written = new Written(Grammar.bundled());

    @Test
    void theSameRecordIsTheSameInEveryRun() {
        assertEquals(written.record(3, 17), new Written(Grammar.bundled()).record(3, 17));
    }

    @Test
    void textsAreVariedAndComplete() {
        var texts = Stream.iterate(0, number -> number + 1)
                .limit(2_000)
                .map(number -> written.record(0, number).content())
                .toList();

        assertTrue(texts.stream().distinct().count() > 1_950, "distinct texts");
        texts.forEach(text -> assertFalse(text.contains("{"), text));
    }

    @Test
    void fortyTurnsMakeASession() {
        assertEquals(0, written.record(0, 2 * Written.TURNS_A_SESSION - 2).session());
        assertEquals(1, written.record(0, 2 * Written.TURNS_A_SESSION).session());
    }

    @Test
    void questionsAreComplete() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            assertFalse(Grammar.bundled().question(random).contains("{"));
        }
    }
}
