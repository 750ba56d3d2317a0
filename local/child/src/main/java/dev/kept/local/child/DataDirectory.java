package dev.kept.local.child;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// The folder of a server that can keep its data nowhere but on disk: the one asked for, or a temporary one that is
/// deleted on close.
public record DataDirectory(Path path, boolean temporary) implements AutoCloseable {

    public static DataDirectory of(Arguments arguments) throws IOException {
        var data = arguments.data();
        return data.isPresent()
                ? new DataDirectory(Files.createDirectories(data.get()), false)
                : new DataDirectory(Files.createTempDirectory("kept-"), true);
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.walkFileTree(path, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
