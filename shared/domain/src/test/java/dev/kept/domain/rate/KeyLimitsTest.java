package dev.kept.domain.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLimitsTest {
    @Test
    void areReadAsTheyWereWritten() {
        KeyLimits limits =
                new KeyLimits(Map.of(RateClass.WRITE, new RateLimit(0.125, 7), RateClass.HEAVY, new RateLimit(200, 1)));

        assertEquals(Map.of("limitWrite", "0.125/7", "limitHeavy", "200/1"), limits.texts());
        assertEquals(
                limits, KeyLimits.of(name -> Optional.ofNullable(limits.texts().get(name))));
        assertEquals(Optional.empty(), limits.of(RateClass.READ));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001/1", "20/100", "1000000/1000000", "12.5/3"})
    void everyLimitCanBeWrittenAsText(String text) {
        assertEquals(text, RateLimit.parse(text).text());
    }
}
