package dev.kept.local.stack.cli;

import dev.kept.local.stack.StackFailed;
import dev.kept.local.stack.StackOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `logs [process] [-f]`: the end of one log or of all, and with -f what is added to them.
final class LogsCommand implements Command {

    private static final int LINES = 40;
    private static final long POLL_MILLIS = 200;

    @Override
    public void run(List<String> arguments) throws Exception {
        var rest = new ArrayList<>(arguments);
        boolean follow = rest.remove("-f");
        if (rest.size() > 1) {
            throw new UsageException("[process] [-f]");
        }
        List<Path> logs = rest.isEmpty() ? all() : List.of(one(rest.getFirst()));
        for (Path log : logs) {
            tail(log, logs.size() > 1);
        }
        if (follow) {
            follow(logs);
        }
    }

    private static Path folder() {
        return RunningStack.find()
                .map(RunningStack::home)
                .orElseGet(() ->
                        StackOptions.fromEnvironment(System.getenv(), false).home())
                .resolve("logs");
    }

    private static List<Path> all() throws IOException {
        if (!Files.isDirectory(folder())) {
            throw new StackFailed("there are no logs yet in " + folder());
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static Path one(String process) {
        Path log = folder().resolve(process + ".log");
        if (!Files.exists(log)) {
            throw new StackFailed("there is no log of " + process + " in " + folder());
        }
        return log;
    }

    private static void tail(Path log, boolean titled) throws IOException {
        List<String> lines =
                Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        if (titled && !lines.isEmpty()) {
            System.out.println("== " + log.getFileName());
        }
        lines.stream().skip(Math.max(0, lines.size() - LINES)).forEach(System.out::println);
    }

    private static void follow(List<Path> logs) throws IOException, InterruptedException {
        Map<Path, Long> shown = new HashMap<>();
        for (Path log : logs) {
            shown.put(log, Files.size(log));
        }
        while (true) {
            for (Path log : logs) {
                shown.put(log, showFrom(log, shown.getOrDefault(log, 0L)));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /// A log that has become shorter was begun anew by a restart.
    private static long showFrom(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = file.length() < from ? 0 : from;
            byte[] more = new byte[Math.toIntExact(file.length() - start)];
            file.seek(start);
            file.readFully(more);
            System.out.print(new String(more, StandardCharsets.UTF_8));
            return start + more.length;
        }
    }
}
