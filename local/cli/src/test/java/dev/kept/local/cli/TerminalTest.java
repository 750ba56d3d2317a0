package dev.kept.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    @Test
    void aFailureIsOneMessageAndStatusOne() {
        Printed out = new Printed();
        Printed err = new Printed();

        int status = Terminal.run(
                _ -> {
                    throw new CommandFailed("Start Kept first.");
                },
                out.stream(),
                err.stream());

        assertEquals(1, status);
        assertEquals("Start Kept first." + System.lineSeparator(), err.text());
    }

    @Test
    void aStackThatWasNeverStartedHasNoFile(@TempDir Path home) {
        CommandFailed failure =
                assertThrows(CommandFailed.class, () -> StackFile.read(Map.of("KEPT_HOME", home.toString())));

        assertTrue(String.valueOf(failure.getMessage()).contains("./kept up"));
    }

    @Test
    void readsUrlAndKeysWhereTheStackLeftThem(@TempDir Path home) throws IOException {
        Files.writeString(
                home.resolve("local.json"), "{\"url\":\"http://127.0.0.1:3000\",\"adminKey\":\"a\",\"apiKey\":\"b\"}");

        assertEquals(
                new StackFile("http://127.0.0.1:3000", "a", "b"), StackFile.read(Map.of("KEPT_HOME", home.toString())));
    }

    @Test
    void readsTheOptionsOfTheDemo() {
        assertEquals(
                new DemoOptions(Optional.of(Path.of("talk.json")), 900),
                DemoOptions.parse("--file", "talk.json", "--max-tokens", "900"));
        assertEquals(new DemoOptions(Optional.empty(), 1200), DemoOptions.parse());
    }

    @Test
    void anOptionThatTheDemoDoesNotKnowShowsItsUsage() {
        for (String[] args : new String[][] {{"--fiel", "x"}, {"--file"}, {"--max-tokens", "many"}}) {
            CommandFailed failure = assertThrows(CommandFailed.class, () -> DemoOptions.parse(args));
            assertEquals(DemoOptions.USAGE, failure.getMessage());
        }
    }
}
