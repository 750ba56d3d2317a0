package dev.kept.benchmarks.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Some clients that send requests one after the other, each as soon as it has its answer.
///
/// The slowest answers of such a closed loop are a little too good: a client that waits sends nothing meanwhile. With
/// 1, 4 and 16 clients on two cores that is what a user sees; it is no model of a burst.
final class Crowd {
    private static final Duration SLOWEST = Duration.ofMinutes(2);
    private static final int DIGITS = 3;

    private final Processes processes;

    Crowd(Processes processes) {
        this.processes = processes;
    }

    /// Sends every request once.
    Latency send(int clients, List<? extends Runnable> requests) throws InterruptedException {
        Histogram micros = new ConcurrentHistogram(SLOWEST.toNanos() / 1_000, DIGITS);
        AtomicInteger next = new AtomicInteger();
        Map<String, Duration> before = processes.processorTime();
        long begin = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(pool.submit(() -> sendAll(requests, next, micros)));
            }
            await(all);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return Latency.of(micros, clients, seconds, perRequest(before, requests.size()));
    }

    private static void sendAll(List<? extends Runnable> requests, AtomicInteger next, Histogram micros) {
        for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            long begin = System.nanoTime();
            requests.get(i).run();
            micros.recordValue((System.nanoTime() - begin) / 1_000);
        }
    }

    private static void await(List<Future<?>> all) throws InterruptedException {
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
        }
    }

    private Map<String, Double> perRequest(Map<String, Duration> before, int requests) {
        Map<String, Double> millis = new LinkedHashMap<>();
        processes.processorTime().forEach((name, after) -> {
            Duration used = after.minus(before.getOrDefault(name, Duration.ZERO));
            millis.put(name, used.toNanos() / 1e6 / requests);
        });
        return millis;
    }
}
