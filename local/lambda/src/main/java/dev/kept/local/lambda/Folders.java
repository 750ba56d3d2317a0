package dev.kept.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Folders for the code and the temporary files of functions.
public final class Folders {
    private Folders() {}

    /// Unpacks a zip beside others of its kind, once for each version of it.
    ///
    /// @return the folder, `into/NAME`
    public static Path unpack(Path zip, Path into) throws IOException {
        String name = String.valueOf(zip.getFileName()).replaceFirst("\\.zip$", "");
        Path folder = into.resolve(name);
        Path stamp = into.resolve(name + ".stamp");
        String version = Files.size(zip) + " " + Files.getLastModifiedTime(zip);
        if (Files.exists(stamp) && Files.readString(stamp).equals(version)) {
            return folder;
        }
        delete(folder);
        Files.createDirectories(folder);
        extract(zip, folder);
        Files.writeString(stamp, version);
        return folder;
    }

    private static void extract(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(zip + " holds " + entry.getName() + ", which would leave its folder");
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // Temporary files of a process that has just been killed; the next start does not need them gone.
        }
    }
}
