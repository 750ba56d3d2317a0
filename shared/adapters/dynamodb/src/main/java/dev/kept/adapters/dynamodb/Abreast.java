package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.DependencyUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Reads that do not depend on each other, side by side: a search waits for the slowest of them, not for their sum.
final class Abreast {
    private Abreast() {}

    /// @return the results in the order of what was asked
    static <T, R> List<R> all(List<T> asked, Function<T, R> read) {
        if (asked.size() < 2) {
            return asked.stream().map(read).toList();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> rest = asked.stream()
                    .skip(1)
                    .map(one -> threads.submit(() -> read.apply(one)))
                    .toList();
            List<R> results = new ArrayList<>();
            results.add(read.apply(asked.getFirst()));
            rest.forEach(one -> results.add(result(one)));
            return results;
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailable("dynamodb", e);
        }
    }
}
