package dev.kept.local.stack;

import dev.kept.local.stack.process.ChildSpec;
import dev.kept.local.stack.process.Commands;
import dev.kept.local.stack.process.Scratch;
import dev.kept.local.stack.process.Supervised;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The processes of a stack, by their names, and what becomes of them.
final class Processes {
    static final String HOST = "host";

    private final Home home;
    private final Commands commands;
    private final Supervised.Listener listener;
    private final Map<String, Supervised> byName = new LinkedHashMap<>();

    /// @param changed called whenever one of them starts or ends
    /// @param fatal told why the stack cannot go on
    Processes(StackOptions options, Home home, Runnable changed, Consumer<String> fatal) {
        this.home = home;
        this.commands = new Commands(options.root(), !options.ephemeral());
        this.listener = new Watch(options.progress(), changed, fatal);
    }

    private record Watch(Consumer<String> progress, Runnable change, Consumer<String> end)
            implements Supervised.Listener {
        @Override
        public void changed(Supervised process) {
            change.run();
        }

        @Override
        public void say(String line) {
            progress.accept(line);
        }

        @Override
        public void fatal(String message) {
            progress.accept(message);
            end.accept(message);
        }
    }

    Supervised supervise(ChildSpec spec) throws IOException {
        Scratch scratch = new Scratch(home.file("temporary").resolve(spec.name()));
        Supervised process =
                new Supervised(spec, commands.of(spec, scratch), scratch, home.freshLog(spec.name()), listener);
        synchronized (byName) {
            byName.put(spec.name(), process);
        }
        return process;
    }

    /// @throws StackFailed where there is none of that name
    Supervised named(String name) {
        synchronized (byName) {
            return Optional.ofNullable(byName.get(name))
                    .orElseThrow(() -> new StackFailed("this stack has no process " + name));
        }
    }

    List<StackState.ProcessState> states() {
        return all().stream().map(Processes::state).toList();
    }

    private static StackState.ProcessState state(Supervised process) {
        return new StackState.ProcessState(
                process.spec().name(),
                process.pid().orElse(0),
                process.spec().port(),
                process.state().name());
    }

    /// The functions first, then what they stand on.
    void stop() throws InterruptedException {
        List<Supervised> all = all();
        stopTogether(all.stream().filter(Processes::isHost).toList());
        stopTogether(all.stream().filter(process -> !isHost(process)).toList());
    }

    private static boolean isHost(Supervised process) {
        return process.spec().name().equals(HOST);
    }

    private List<Supervised> all() {
        synchronized (byName) {
            return List.copyOf(byName.values());
        }
    }

    private static void stopTogether(List<Supervised> some) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (Supervised process : some) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    process.stop();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
