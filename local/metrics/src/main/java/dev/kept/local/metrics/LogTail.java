package dev.kept.local.metrics;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads what was added to the logs of a folder since the last time. Nothing runs between two readings, so that nobody
/// who does not ask pays for it.
final class LogTail {
    private static final int READ_MAX = 8 * 1024 * 1024;

    private final Path folder;
    private final Map<Path, Long> read = new HashMap<>();

    LogTail(Path folder) {
        this.folder = folder;
    }

    void readOn(Consumer<String> lines) throws IOException {
        for (Path log : logs()) {
            readOn(log, lines);
        }
    }

    private List<Path> logs() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    /// Whole lines only; a log that has become shorter was begun anew.
    private void readOn(Path log, Consumer<String> lines) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.min(read.getOrDefault(log, 0L), file.length());
            if (file.length() < read.getOrDefault(log, 0L)) {
                from = 0;
            }
            for (int whole = -1; whole != 0 && from < file.length(); from += whole) {
                whole = readWhole(file, from, lines);
            }
            read.put(log, from);
        }
    }

    /// How many bytes it read; none when there is no whole line, but a line that is longer than any of ours is passed.
    private static int readWhole(RandomAccessFile file, long from, Consumer<String> lines) throws IOException {
        byte[] bytes = new byte[(int) Math.min(READ_MAX, file.length() - from)];
        file.seek(from);
        file.readFully(bytes);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(lines);
        return end == 0 && bytes.length == READ_MAX ? READ_MAX : end;
    }
}
