package dev.kept.local.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The folder for a process's temporary files. Libraries unpack tens of megabytes of natives there and delete them only
/// at a tidy end, so it is emptied before each start.
public record Scratch(Path folder) {

    public String option() {
        return "-Djava.io.tmpdir=" + folder;
    }

    void empty() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
