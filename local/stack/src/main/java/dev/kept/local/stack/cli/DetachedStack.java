package dev.kept.local.stack.cli;

import dev.kept.local.stack.StackFailed;
import dev.kept.local.stack.StackOptions;
import dev.kept.local.stack.StackState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A supervisor that goes on without this terminal: in a process group of its own, deaf to the hang-up, its output in a
/// log that
/// is shown here until the stack is ready.
final class DetachedStack {

    private static final long POLL_MILLIS = 100;

    private final StackOptions options;
    private final Path log;
    private long shown;

    DetachedStack(StackOptions options) {
        this.options = options;
        this.log = options.home().resolve("logs/supervisor.log");
    }

    void start(List<String> arguments) throws IOException, InterruptedException {
        if (StackState.read(options.home()).isPresent()) {
            throw new StackFailed("a stack is running in " + options.home() + " already: see ./kept status");
        }
        Files.createDirectories(options.home().resolve("logs"));
        Files.writeString(log, "");
        Process supervisor = new ProcessBuilder(command(arguments))
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        while (supervisor.isAlive() && !isReady()) {
            show();
            Thread.sleep(POLL_MILLIS);
        }
        show();
        if (!supervisor.isAlive()) {
            throw new StackFailed("the stack did not start; see " + log);
        }
    }

    /// `set -m` gives the background job its own process group, so that Ctrl-C in this terminal does not reach it; the
    /// shell
    /// waits for it and passes on how it ended.
    private static List<String> command(List<String> arguments) {
        var java = new ArrayList<String>();
        java.addAll(List.of("bash", "-c", "trap '' HUP; set -m; \"$@\" & set +m; wait $!", "kept"));
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), Kept.class.getName(), "up"));
        arguments.stream().filter(argument -> !argument.equals("--detach")).forEach(java::add);
        return java;
    }

    private boolean isReady() {
        return StackState.read(options.home()).map(StackState::ready).orElse(false);
    }

    private void show() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(shown);
            byte[] more = new byte[Math.toIntExact(file.length() - shown)];
            file.readFully(more);
            shown += more.length;
            System.out.print(new String(more, StandardCharsets.UTF_8));
        }
    }
}
