package dev.kept.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path folder;

    private Path zip(String entry, String content) throws IOException {
        Path zip = folder.resolve("some.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return zip;
    }

    @Test
    void unpacksAgainWhereTheZipHasChanged() throws IOException {
        Path into = Files.createDirectories(folder.resolve("code"));
        Path code = Folders.unpack(zip("lib/a.jar", "one"), into);
        assertEquals("one", Files.readString(code.resolve("lib/a.jar")));
        Folders.unpack(zip("lib/b.jar", "another"), into);
        assertEquals("another", Files.readString(code.resolve("lib/b.jar")));
        assertFalse(Files.exists(code.resolve("lib/a.jar")));
    }

    @Test
    void refusesAnEntryThatWouldLeaveTheFolder() throws IOException {
        Path into = Files.createDirectories(folder.resolve("code"));
        Path zip = zip("../escaped.txt", "out");
        assertThrows(IOException.class, () -> Folders.unpack(zip, into));
        assertFalse(Files.exists(into.resolve("escaped.txt")));
    }
}
