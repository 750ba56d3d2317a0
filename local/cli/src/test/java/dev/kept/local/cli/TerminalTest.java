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
        CommandFailed failure = assertThrows(
                CommandFailed.class, () -> StackFile.read(Path.of(""), Map.of("KEPT_HOME", home.toString())));

        assertTrue(String.valueOf(failure.getMessage()).contains("./kept up"));
    }

    @Test
    void readsUrlAndKeysWhereTheStackLeftThem(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("local.json"), stack("http://127.0.0.1:3000"));

        assertEquals(
                new StackFile("http://127.0.0.1:3000", "a", "b"),
                StackFile.read(Path.of(""), Map.of("KEPT_HOME", home.toString())));
    }

    @Test
    void meansTheEphemeralStackWhenThatIsTheOneThatRuns(@TempDir Path root) throws IOException {
        Path ephemeral = Files.createDirectories(root.resolve(".kept/ephemeral"));
        Files.writeString(root.resolve(".kept/local.json"), stack("http://127.0.0.1:1"));
        Files.writeString(ephemeral.resolve("local.json"), stack("http://127.0.0.1:2"));
        Files.writeString(
                ephemeral.resolve("stack.json"),
                "{\"pid\":" + ProcessHandle.current().pid() + "}");

        assertEquals("http://127.0.0.1:2", StackFile.read(root, Map.of()).url());
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

    private static String stack(String url) {
        return "{\"url\":\"" + url + "\",\"adminKey\":\"a\",\"apiKey\":\"b\"}";
    }
}
