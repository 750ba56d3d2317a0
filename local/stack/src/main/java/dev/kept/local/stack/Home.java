package dev.kept.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The data directory of one stack, held by a lock as long as the stack runs.
final class Home implements AutoCloseable {

    private static final long FREE_MIN = 500L * 1024 * 1024;
    private static final int LOGS_KEPT = 5;

    private final Path folder;
    private final FileChannel lockFile;

    private Home(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < FREE_MIN) {
                throw new StackFailed("the disk of " + folder + " has only " + free / (1024 * 1024)
                        + " MB left; free some space, or set KEPT_HOME to a folder on another disk");
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StackFailed(
                        "a stack is running in " + folder
                                + " already: see ./kept status, end it with ./kept down, or set KEPT_HOME and KEPT_PORT for a second one");
            }
            return new Home(folder, channel);
        } catch (IOException e) {
            throw new StackFailed("the data directory " + folder + " cannot be used: " + e, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path data(String server) {
        return folder.resolve("data").resolve(server);
    }

    /// An empty log for a process; the last few runs' logs stay beside it.
    Path freshLog(String process) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        for (int i = LOGS_KEPT - 1; i >= 0; i--) {
            Path log = logs.resolve(process + ".log" + (i == 0 ? "" : "." + i));
            if (Files.exists(log)) {
                Files.move(log, logs.resolve(process + ".log." + (i + 1)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Files.createFile(logs.resolve(process + ".log"));
    }

    /// Replaced in one step, so that a reader never sees half of it.
    void write(String name, String text, boolean secret) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.deleteIfExists(part);
        if (secret && part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(part, text);
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(String name) throws IOException {
        Path start = folder.resolve(name);
        if (!Files.exists(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
