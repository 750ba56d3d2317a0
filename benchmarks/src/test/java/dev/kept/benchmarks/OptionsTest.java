package dev.kept.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void readsValuesAndFlags() {
        Options options = parse("--sizes", "10,200", "--profile");

        assertEquals(List.of(10, 200), options.numbers("sizes", List.of(1)));
        assertTrue(options.has("profile"));
        assertEquals(7, options.number("threads", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--size 10", "sizes 10", "--sizes", "--profile yes"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThrows(BenchFailed.class, () -> parse(line.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "10,", ""})
    void refusesWhatIsNoNumberFromOne(String sizes) {
        Options options = parse("--sizes", sizes);

        assertThrows(BenchFailed.class, () -> options.numbers("sizes", List.of(1)));
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Set.of("sizes", "threads"), Set.of("profile"));
    }
}
