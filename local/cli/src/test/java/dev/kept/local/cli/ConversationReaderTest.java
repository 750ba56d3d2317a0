package dev.kept.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationReaderTest {
    @TempDir
    Path folder;

    @Test
    void namesTheFieldThatItDoesNotKnow() throws IOException {
        assertRefused("{\"project\": \"p\", \"sessions\": [], \"user\": \"x\"}", "user is not a known field (line 1)");
    }

    @Test
    void namesTheTurnThatHasNoContent() throws IOException {
        assertRefused(
                "{\"project\":\"p\",\"sessions\":[{\"startedAt\":\"2026-11-01T10:00:00Z\",\"turns\":[{\"role\":\"user\"}]}]}",
                "sessions[0].turns[0].content must be given (line 1)");
    }

    @Test
    void saysWhatATimeLooksLike() throws IOException {
        assertRefused(
                "{\"project\":\"p\",\"sessions\":[{\"startedAt\":\"yesterday\",\"turns\":[{\"role\":\"user\",\"content\":\"x\"}]}]}",
                "2026-11-02T09:15:00Z");
    }

    @Test
    void refusesAFileWithoutSessions() throws IOException {
        assertRefused("{\"project\": \"p\", \"sessions\": []}", "no sessions");
    }

    @Test
    void refusesWhatIsNotJson() throws IOException {
        assertRefused("# Notes", "not a conversation file");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        CommandFailed failure =
                assertThrows(CommandFailed.class, () -> ConversationReader.read(folder.resolve("none.json")));

        assertEquals("There is no file " + folder.resolve("none.json") + ".", failure.getMessage());
    }

    private void assertRefused(String text, String because) throws IOException {
        Path file = Files.writeString(folder.resolve("conversation.json"), text);

        CommandFailed failure = assertThrows(CommandFailed.class, () -> ConversationReader.read(file));

        assertTrue(String.valueOf(failure.getMessage()).contains(because), failure.getMessage());
    }
}
