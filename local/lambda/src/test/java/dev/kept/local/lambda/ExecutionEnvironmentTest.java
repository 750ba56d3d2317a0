package dev.kept.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionEnvironmentTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Launch launch(String handler) {
        return Launch.onDemand(
                new FunctionCode(
                        "whimsical",
                        handler,
                        Path.of("target/test-classes").toAbsolutePath(),
                        128,
                        Map.of("KEPT_SETTING", "given")),
                folder.resolve("log"));
    }

    private ExecutionEnvironment start() throws IOException {
        return ExecutionEnvironment.start(launch(Whimsical.class.getName()));
    }

    private static Outcome invoke(ExecutionEnvironment environment, String wish, Duration timeout)
            throws InterruptedException {
        byte[] event = ("{\"do\":\"" + wish + "\"}").getBytes(StandardCharsets.UTF_8);
        return environment.invoke("11111111-2222-3333-4444-555555555555", event, timeout);
    }

    @Test
    void answersOneEventAfterAnotherWithTheFunctionsOwnEnvironmentAlone() throws Exception {
        try (ExecutionEnvironment environment = start()) {
            Outcome first = invoke(environment, "answer", LONG);
            assertEquals(first, invoke(environment, "answer", LONG));
            String body = assertInstanceOf(Outcome.Reply.class, first).body();
            assertTrue(body.contains("\"function\":\"whimsical\""), body);
            assertTrue(body.contains("\"setting\":\"given\""), body);
            assertTrue(body.contains("\"home\":\"\""), body);
            assertFalse(environment.processorTime().isZero());
        }
    }

    @Test
    void goesOnAfterAFailure() throws Exception {
        try (ExecutionEnvironment environment = start()) {
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, invoke(environment, "throw", LONG));
            assertTrue(failed.body().contains("as asked"), failed::body);
            assertInstanceOf(Outcome.Reply.class, invoke(environment, "answer", LONG));
        }
    }

    @Test
    void endsAProcessThatIsLate() throws Exception {
        try (ExecutionEnvironment environment = start()) {
            assertInstanceOf(Outcome.TimedOut.class, invoke(environment, "wait", Duration.ofSeconds(1)));
            assertInstanceOf(Outcome.Died.class, invoke(environment, "answer", LONG));
            assertFalse(environment.isAlive());
        }
    }

    @Test
    void saysWhenAProcessDies() throws Exception {
        try (ExecutionEnvironment environment = start()) {
            Outcome.Died died = assertInstanceOf(Outcome.Died.class, invoke(environment, "exit", LONG));
            assertEquals("Runtime exited with error: exit status 7", died.reason());
        }
    }

    /// The runtime client waits for an event before it says so.
    @Test
    void saysWhichHandlerIsMissing() throws Exception {
        try (ExecutionEnvironment environment = ExecutionEnvironment.start(launch("no.such.Handler"))) {
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, invoke(environment, "answer", LONG));
            assertTrue(failed.body().contains("no.such.Handler"), failed::body);
        }
    }

    @Test
    void waitsAtTheSnapshotUntilItIsRestored() throws Exception {
        Launch launch = launch(Whimsical.class.getName()).withSnapStart();
        try (ExecutionEnvironment environment = ExecutionEnvironment.start(launch)) {
            environment.awaitSnapshot();
            environment.restore();
            assertInstanceOf(Outcome.Reply.class, invoke(environment, "answer", LONG));
        }
    }
}
