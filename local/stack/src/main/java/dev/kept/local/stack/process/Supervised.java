package dev.kept.local.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A process that is kept running: started again at once when it dies, unless its death is the end of the stack, or
/// comes again
/// and again right after its start. The listener is called without any lock held.
public final class Supervised {

    private static final Duration TROUBLED_WITHIN = Duration.ofMinutes(1);
    private static final int DEATHS_MAX = 5;

    public enum State {
        STOPPED,
        STARTING,
        READY,
        FAILED
    }

    private final ChildSpec spec;
    private final List<String> command;
    private final Scratch scratch;
    private final Path log;
    private final Listener listener;
    private final Deque<Instant> failedStarts = new ArrayDeque<>();
    private volatile @Nullable Child child;
    private volatile State state = State.STOPPED;
    private volatile boolean wanted;

    /// Told about what happens to processes, from any thread.
    public interface Listener {

        void changed(Supervised process);

        void say(String line);

        void fatal(String message);
    }

    public Supervised(ChildSpec spec, List<String> command, Scratch scratch, Path log, Listener listener) {
        this.spec = spec;
        this.command = List.copyOf(command);
        this.scratch = scratch;
        this.log = log;
        this.listener = listener;
    }

    public ChildSpec spec() {
        return spec;
    }

    public State state() {
        return state;
    }

    public OptionalLong pid() {
        Child current = child;
        return current != null && current.isAlive()
                ? OptionalLong.of(current.handle().pid())
                : OptionalLong.empty();
    }

    /// Returns when the process is ready.
    public void start() throws ChildFailed, IOException, InterruptedException {
        wanted = true;
        run();
    }

    private void run() throws ChildFailed, IOException, InterruptedException {
        Child started = launch();
        try {
            started.awaitReady();
        } catch (ChildFailed e) {
            become(State.FAILED);
            throw e;
        }
        become(State.READY);
        var _ = started.onExit().thenRunAsync(() -> died(started), Thread::startVirtualThread);
    }

    private Child launch() throws IOException {
        scratch.empty();
        Child started = Child.start(spec.name(), command, spec.environment(), log);
        child = started;
        become(State.STARTING);
        return started;
    }

    private void died(Child dead) {
        if (!isWanted(dead)) {
            return;
        }
        become(State.FAILED);
        if (spec.onDeath() == ChildSpec.OnDeath.STOP_ALL) {
            listener.fatal(spec.name() + " died, and with it all that it held" + dead.lastLines());
            return;
        }
        listener.say(spec.name() + " died; starting it again");
        restart();
    }

    private void restart() {
        while (isWanted()) {
            try {
                Instant began = Instant.now();
                run();
                listener.say(spec.name() + " is back after "
                        + Duration.between(began, Instant.now()).toMillis() + " ms");
                return;
            } catch (ChildFailed | IOException e) {
                if (isWanted() && tooManyFailures()) {
                    listener.fatal(spec.name() + " cannot be kept running: " + e.getMessage());
                    return;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized boolean tooManyFailures() {
        Instant now = Instant.now();
        failedStarts.addLast(now);
        failedStarts.removeIf(at -> at.isBefore(now.minus(TROUBLED_WITHIN)));
        return failedStarts.size() >= DEATHS_MAX;
    }

    private boolean isWanted() {
        return wanted;
    }

    private boolean isWanted(Child dead) {
        return wanted && child == dead;
    }

    private void become(State next) {
        state = next;
        listener.changed(this);
    }

    /// Kills the process as a crash would, so that it is started again.
    public void kill() throws InterruptedException {
        Child current = child;
        if (current != null) {
            current.kill();
        }
    }

    public void stop() throws InterruptedException {
        wanted = false;
        Child current = child;
        while (current != null) {
            current.stop();
            Child next = child;
            // A restart may have put another in its place meanwhile.
            current = next == current ? null : next;
        }
        become(State.STOPPED);
    }
}
