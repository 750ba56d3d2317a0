package dev.kept.local.stack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One run of a child process. It lives as long as its standard input is open, that is, never longer than this JVM.
final class Child {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    /// A child stops within two seconds, unless it writes the archive of its classes first.
    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);
    private static final int LOG_LINES = 15;

    private final String name;
    private final Path log;
    private final Process process;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        Thread.ofVirtual().name(name + "-output").start(this::readOutput);
    }

    static Child start(String name, List<String> command, java.util.Map<String, String> environment, Path log)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        ChildEnvironment.prepare(builder.environment());
        builder.environment().putAll(environment);
        return new Child(name, log, builder.start());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    void awaitReady() throws ChildFailed, InterruptedException {
        try {
            if (!ready.get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.waitFor();
                throw new ChildFailed(
                        name + " ended with code " + process.exitValue() + " while starting" + lastLines());
            }
        } catch (TimeoutException _) {
            kill();
            throw new ChildFailed(name + " was not ready within " + READY_WITHIN.toSeconds() + " s" + lastLines());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            @Nullable String line;
            while ((line = output.readLine()) != null) {
                if (line.startsWith("READY ")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.complete(false);
        }
    }

    /// Ends standard input, which a child takes as a request to stop in order; kills it when it does not.
    void stop() throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // The child has gone already.
        }
        if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// The end of its log, indented, for a message about its end.
    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
            return "; its log " + log + " ends with\n    " + String.join("\n    ", last);
        } catch (IOException _) {
            return "; see " + log;
        }
    }
}
