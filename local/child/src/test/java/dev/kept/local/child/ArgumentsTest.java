package dev.kept.local.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void keepsDataInTheFolderThatWasAskedFor() {
        assertEquals(
                Optional.of(Path.of("/kept/data")),
                Arguments.parse("--port", "8000", "--data", "/kept/data").data());
    }

    @Test
    void keepsNothingWhenEphemeral() {
        assertEquals(
                Optional.empty(),
                Arguments.parse("--ephemeral", "--port", "8000").data());
    }

    @Test
    void asksForFolderOrEphemeral() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Arguments.parse("--port", "8000").data());
    }

    @Test
    void knowsEveryPort() {
        assertEquals(
                List.of(9200, 9300),
                Arguments.parse("--port", "9200", "--transport-port", "9300").ports());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http"})
    void refusesWhatIsNoPort(String value) {
        Arguments arguments = Arguments.parse("--port", value);
        assertThrows(IllegalArgumentException.class, arguments::port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "8000"})
    void refusesHalfAnOption(String argument) {
        assertThrows(IllegalArgumentException.class, () -> Arguments.parse(argument));
    }
}
