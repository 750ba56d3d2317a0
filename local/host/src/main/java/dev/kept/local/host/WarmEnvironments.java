package dev.kept.local.host;

import dev.kept.local.lambda.ExecutionEnvironment;
import dev.kept.local.lambda.Launch;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The processes of all functions. One that has answered waits for the next event of its function; when there are too
/// many, the one that has waited longest is ended.
final class WarmEnvironments implements AutoCloseable {
    /// AWS starts as many as there are events at a time; two show what concurrency does, and a laptop bears them.
    private static final int AT_A_TIME = 2;

    private final int max;
    private final Map<String, Semaphore> permits = new HashMap<>();
    /// The one that was used last stands first.
    private final Deque<Idle> idle = new ArrayDeque<>();

    private int started;

    WarmEnvironments(int max) {
        this.max = max;
    }

    private record Idle(String function, ExecutionEnvironment environment) {}

    ExecutionEnvironment take(Launch launch) throws IOException, InterruptedException {
        permit(launch).acquire();
        Optional<ExecutionEnvironment> warm = warm(launch.code().name());
        if (warm.isPresent()) {
            return warm.get();
        }
        makeRoom().forEach(ExecutionEnvironment::close);
        try {
            return ExecutionEnvironment.start(launch);
        } catch (IOException e) {
            permit(launch).release();
            throw e;
        }
    }

    private synchronized Semaphore permit(Launch launch) {
        return permits.computeIfAbsent(launch.code().name(), _ -> new Semaphore(AT_A_TIME, true));
    }

    private synchronized Optional<ExecutionEnvironment> warm(String function) {
        for (Iterator<Idle> all = idle.iterator(); all.hasNext(); ) {
            Idle one = all.next();
            if (one.function().equals(function)) {
                all.remove();
                if (one.environment().isAlive()) {
                    return Optional.of(one.environment());
                }
                forget(one.environment());
            }
        }
        return Optional.empty();
    }

    /// Counts one more as started.
    private synchronized List<ExecutionEnvironment> makeRoom() {
        List<ExecutionEnvironment> leaving = new ArrayList<>();
        started++;
        while (started > max && !idle.isEmpty()) {
            leaving.add(idle.removeLast().environment());
            started--;
        }
        return leaving;
    }

    void giveBack(Launch launch, ExecutionEnvironment environment) {
        synchronized (this) {
            if (environment.isAlive()) {
                idle.addFirst(new Idle(launch.code().name(), environment));
            } else {
                forget(environment);
            }
        }
        permit(launch).release();
    }

    private void forget(ExecutionEnvironment dead) {
        started--;
        dead.close();
    }

    @Override
    public synchronized void close() {
        idle.forEach(one -> one.environment().close());
        idle.clear();
    }
}
