package dev.kept.domain.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void readsWhatItWrites() {
        for (boolean sampled : new boolean[] {true, false}) {
            TraceContext context = new TraceContext(TRACE, SPAN, sampled);
            assertEquals(Optional.of(context), TraceContext.parse(context.traceparent()));
        }
    }

    @Test
    void readsTheExampleOfTheStandard() {
        assertEquals(
                Optional.of(new TraceContext(TRACE, SPAN, true)),
                TraceContext.parse("00-" + TRACE + "-" + SPAN + "-01"));
    }

    @Test
    void readsFlagsThatItDoesNotKnow() {
        assertEquals(
                Optional.of(new TraceContext(TRACE, SPAN, true)),
                TraceContext.parse("00-" + TRACE + "-" + SPAN + "-ff"));
        assertEquals(
                Optional.of(new TraceContext(TRACE, SPAN, false)),
                TraceContext.parse("00-" + TRACE + "-" + SPAN + "-02"));
    }

    @Test
    void readsALaterVersionAsFarAsItIsKnown() {
        assertEquals(
                Optional.of(new TraceContext(TRACE, SPAN, true)),
                TraceContext.parse("cc-" + TRACE + "-" + SPAN + "-01-what-comes-then"));
    }

    static String[] malformed() {
        String good = "00-" + TRACE + "-" + SPAN + "-01";
        return new String[] {
            "",
            " ",
            "-",
            "null",
            " " + good,
            good + " ",
            good + "\n",
            good + "," + good,
            good + "-more",
            good.substring(1),
            good.substring(0, good.length() - 1),
            good.toUpperCase(Locale.ROOT),
            good.replace('-', '_'),
            good.replace(TRACE, "g".repeat(32)),
            good.replace(TRACE, "0".repeat(32)),
            good.replace(SPAN, "0".repeat(16)),
            good.replace(TRACE, "٤".repeat(32)),
            "ff" + good.substring(2),
            "cc" + good.substring(2) + "x",
            "cc" + good.substring(2) + "-" + "x".repeat(10_000),
            "0".repeat(1_000_000),
            "Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1",
            "'; DROP TABLE traces; --"
        };
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void passesOverWhatIsMalformed(String traceparent) {
        assertEquals(Optional.empty(), TraceContext.parse(traceparent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4bf9", "00000000000000000000000000000000", "4BF92F3577B34DA6A3CE929D0E0E4736"})
    void isNotMadeOfOtherIds(String traceId) {
        assertThrows(IllegalArgumentException.class, () -> new TraceContext(traceId, SPAN, true));
    }
}
