package dev.kept.local.child;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @Test
    void keepsWhatWasAskedFor(@TempDir Path parent) throws IOException {
        DataDirectory directory =
                DataDirectory.of(Arguments.parse("--data", parent.resolve("new").toString()));
        directory.close();
        assertTrue(Files.isDirectory(directory.path()));
    }

    @Test
    void deletesATemporaryFolderWithAllThatIsInIt() throws IOException {
        DataDirectory directory = DataDirectory.of(Arguments.parse("--ephemeral"));
        Files.writeString(
                Files.createDirectories(directory.path().resolve("a/b")).resolve("c"), "text");
        directory.close();
        assertFalse(Files.exists(directory.path()));
    }
}
