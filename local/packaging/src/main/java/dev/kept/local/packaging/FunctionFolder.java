package dev.kept.local.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A function as Maven built it: its classes, and the class path that its module wrote down.
record FunctionFolder(Path root, Path folder) {
    private static final int MODULE_DEPTH = 5;

    String name() {
        return String.valueOf(folder.getFileName());
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    Path zip() {
        return folder.resolve("target/" + name() + ".zip");
    }

    /// Our own jars of this checkout: the local Maven repository may hold those of another one.
    List<Path> jars() throws IOException {
        Path list = folder.resolve("target/classpath");
        if (!Files.exists(list)) {
            throw new PackageRefused(list + " is missing: ./kept package makes it");
        }
        return Arrays.stream(Files.readString(list).strip().split(File.pathSeparator, -1))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .map(this::ours)
                .sorted()
                .toList();
    }

    private Path ours(Path jar) {
        String name = String.valueOf(jar.getFileName());
        if (!name.startsWith("kept-")) {
            return jar;
        }
        try (Stream<Path> files =
                Files.find(root.resolve("shared"), MODULE_DEPTH, (file, _) -> file.endsWith(Path.of("target", name)))) {
            return files.findFirst().orElse(jar);
        } catch (IOException _) {
            return jar;
        }
    }
}
