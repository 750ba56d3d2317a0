package dev.kept.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One process of a function, as Lambda runs it: started with nothing but its zip, given one event at a time, ended
/// when it is late.
public final class ExecutionEnvironment implements AutoCloseable {
    private static final Duration INIT_WITHIN = Duration.ofMinutes(2);

    private final FunctionCode code;
    private final RuntimeApi api;
    private final Process process;
    private final Path temporary;

    private ExecutionEnvironment(FunctionCode code, RuntimeApi api, Process process, Path temporary) {
        this.code = code;
        this.api = api;
        this.process = process;
        this.temporary = temporary;
    }

    /// Returns at once; [#awaitInit] and [#awaitSnapshot] wait.
    public static ExecutionEnvironment start(Launch launch) throws IOException {
        Path temporary = Files.createTempDirectory("kept-lambda-");
        RuntimeApi api = RuntimeApi.start();
        ProcessBuilder builder = new ProcessBuilder(launch.command(temporary))
                .directory(launch.code().folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        keepOnlyWhatLambdaGives(builder.environment());
        builder.environment().putAll(launch.environment(api.address()));
        ExecutionEnvironment started = new ExecutionEnvironment(launch.code(), api, builder.start(), temporary);
        var _ = started.process.onExit().thenAccept(ended -> started.ended(ended.exitValue()));
        return started;
    }

    private static void keepOnlyWhatLambdaGives(Map<String, String> environment) {
        environment.keySet().retainAll(java.util.Set.of("PATH", "LANG", "LD_LIBRARY_PATH"));
    }

    private void ended(int status) {
        InitFailed failed = new InitFailed(code.name() + " ended with code " + status + " before it was ready");
        api.initialized().completeExceptionally(failed);
        api.snapshot().completeExceptionally(failed);
    }

    public void awaitInit() throws InitFailed, InterruptedException {
        await(api.initialized());
    }

    /// Where Lambda would take the snapshot; [#restore] goes on from it.
    public void awaitSnapshot() throws InitFailed, InterruptedException {
        await(api.snapshot());
    }

    public void restore() {
        api.restore();
    }

    private void await(CompletableFuture<Void> step) throws InitFailed, InterruptedException {
        try {
            step.get(INIT_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof InitFailed known ? known : new InitFailed(String.valueOf(e.getCause()));
        } catch (TimeoutException _) {
            throw new InitFailed(code.name() + " was not ready within " + INIT_WITHIN.toSeconds() + " s");
        }
    }

    /// @param timeout counted from when the function is ready for events
    public Outcome invoke(String requestId, byte[] event, Duration timeout) throws InterruptedException {
        try {
            awaitInit();
        } catch (InitFailed e) {
            return new Outcome.Died(String.valueOf(e.getMessage()));
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        var _ = process.onExit()
                .thenAccept(ended -> outcome.complete(
                        new Outcome.Died("Runtime exited with error: exit status " + ended.exitValue())));
        api.hand(new Invocation(code.name(), requestId, event, Instant.now().plus(timeout), outcome));
        try {
            return outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            process.destroyForcibly();
            return new Outcome.TimedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// What the process has computed since its start, on all cores.
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
        Folders.delete(temporary);
    }
}
