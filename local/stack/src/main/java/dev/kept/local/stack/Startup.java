package dev.kept.local.stack;

import dev.kept.local.stack.aws.AwsException;
import dev.kept.local.stack.process.ChildFailed;
import dev.kept.local.stack.process.ChildSpec;
import dev.kept.local.stack.process.Supervised;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// Starts processes side by side, each followed by what has to be made in it, and reports each as it becomes ready.
final class Startup {

    private final Factory factory;
    private final Consumer<String> progress;
    private final List<CompletableFuture<?>> started = new ArrayList<>();

    @FunctionalInterface
    interface Factory {

        Supervised make(ChildSpec spec) throws IOException;
    }

    @FunctionalInterface
    interface Preparation {

        void prepare() throws IOException, InterruptedException;
    }

    Startup(Factory factory, Consumer<String> progress) {
        this.factory = factory;
        this.progress = progress;
    }

    void add(ChildSpec spec, Preparation preparation) throws IOException {
        Supervised process = factory.make(spec);
        started.add(CompletableFuture.runAsync(() -> start(process, preparation), Thread::startVirtualThread));
    }

    private void start(Supervised process, Preparation preparation) {
        Instant began = Instant.now();
        try {
            process.start();
            preparation.prepare();
        } catch (ChildFailed e) {
            throw StackFailed.because(e);
        } catch (IOException | AwsException e) {
            throw new StackFailed(process.spec().name() + " cannot be prepared: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted", e);
        }
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        progress.accept(String.format(
                Locale.ROOT, "%-11s ready in %.1f s", process.spec().name(), seconds));
    }

    /// Fails as soon as one has failed.
    void awaitAll() {
        var failed = new CompletableFuture<Void>();
        var watched = started.stream()
                .map(one -> one.whenComplete((_, failure) -> {
                    if (failure != null) {
                        failed.completeExceptionally(failure);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        var all = CompletableFuture.allOf(watched);
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailed known ? known : new StackFailed(String.valueOf(e.getCause()), e);
        }
    }
}
