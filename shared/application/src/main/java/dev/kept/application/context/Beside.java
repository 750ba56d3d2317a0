package dev.kept.application.context;

import dev.kept.domain.error.DependencyUnavailable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A read that goes on beside others, each of which waits for another system.
final class Beside<T> {
    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Beside<T> start(Supplier<T> read) {
        FutureTask<T> task = new FutureTask<>(read::get);
        Thread.startVirtualThread(task);
        return new Beside<>(task);
    }

    /// What was read; what it threw is thrown here.
    T join() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a read failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailable("context", e);
        }
    }
}
