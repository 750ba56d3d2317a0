package dev.kept.adapters.jtokkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JtokkitTokenCounterTest {
    private final JtokkitTokenCounter counter = new JtokkitTokenCounter();

    @Test
    void countsNothingForAnEmptyText() {
        assertEquals(0, counter.count(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The deploy failed because the health check ran before the migration had finished.",
                "for (int i = 0; i < items.size(); i++) { total += items.get(i).price(); }",
                "日本語のテキストも数えます。",
                "<|endoftext|> is text like any other",
                "👩‍👩‍👧"
            })
    void addsAFifthToTheCountOfTheTokenizer(String text) {
        int counted = Encodings.newLazyEncodingRegistry()
                .getEncoding(EncodingType.CL100K_BASE)
                .countTokensOrdinary(text);
        assertTrue(counter.count(text) >= counted * 1.2, text);
    }

    @Test
    void countsHalfASurrogatePair() {
        assertTrue(counter.count("\uD800 half a pair") > 4);
    }

    @Test
    void countsTheLongestTurnOfOneWordAtOnce() {
        assertTimeout(Duration.ofSeconds(2), () -> counter.count("a".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 44, 45, 4_400})
    void neverCountsFewerThanATokenForEach4Point4Characters(int length) {
        assertEquals((int) Math.ceil(length / 4.4), counter.count(" ".repeat(length)), 1);
        assertTrue(counter.count(" ".repeat(length)) * 4.4 >= length);
    }
}
