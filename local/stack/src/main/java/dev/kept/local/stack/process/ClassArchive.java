package dev.kept.local.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The JDK's archive of the classes that a process loads, which halves its next start.
///
/// The JDK writes it when the process ends. It does not replace one that no longer fits its jars, so each class path
/// gets a file of its own, and the file before it is deleted. Writing takes seconds, at the end of the first run:
/// a stack for tests only uses what is there.
record ClassArchive(Path folder, boolean mayBeWritten) {

    List<String> options(String process, String classPath) throws IOException {
        Path archive = folder.resolve(process + "-" + fingerprint(classPath) + ".jsa");
        if (!mayBeWritten) {
            return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable") : List.of();
        }
        Files.createDirectories(folder);
        deleteOthers(process, archive);
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
    }

    private void deleteOthers(String process, Path archive) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                boolean older = String.valueOf(file.getFileName()).matches(process + "-[0-9a-f]+\\.jsa");
                if (older && !file.equals(archive)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String fingerprint(String classPath) throws IOException {
        CRC32 sum = new CRC32();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path file = Path.of(entry);
            String state = Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "none";
            sum.update((entry + " " + state).getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(sum.getValue());
    }
}
