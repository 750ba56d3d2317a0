package dev.kept.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final DemoOptions BUNDLED = new DemoOptions(Optional.empty(), 1200);

    private final Printed printed = new Printed();
    private FakeKept kept;

    @BeforeEach
    void start() throws IOException {
        kept = new FakeKept();
    }

    @AfterEach
    void stop() {
        kept.close();
    }

    @Test
    void replaysThreeSessionsThenShowsTheContextOfAFourth() {
        demo().run(BUNDLED);

        assertEquals(4, kept.sessionIds().size());
        assertEquals(12, kept.turnsOf("s_1").size());
        assertTrue(
                printed.text().contains("[3/3] 2026-11-16T09:20:00Z  Away from Celery: 8 turns … 1 kept, 1 redacted"));
        assertTrue(printed.text().contains("(12 of at most 1200 tokens)"));
        assertTrue(printed.text().contains("<kept-context>what helps</kept-context>"));
    }

    @Test
    void showsEachMemoryWithTheTurnThatItRestsOn() {
        demo().run(BUNDLED);

        assertTrue(printed.text().contains("Kept (14)"), printed.text());
        assertTrue(printed.text().contains("fact       0.50  It was said: One rule while we are at it"));
        assertTrue(printed.text().contains("↳ 2026-10-26 Ines: “One rule while we are at it: we always store times"));
    }

    @Test
    void aRunOfTheBundledConversationHasAProjectOfItsOwn() {
        demo().run(BUNDLED);

        assertTrue(printed.text().startsWith("Replaying 3 sessions of the project ferry-booking-20261122-100000"));
    }

    @Test
    void aFileWithSessionIdsIsReplayedTwiceWithoutASecondEffect(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), """
                {"project": "tiny", "sessions": [{"sessionId": "tiny-1", "startedAt": "2026-11-01T10:00:00Z",
                  "turns": [{"role": "user", "content": "We use SQLite."}, {"role": "assistant", "content": "Good."}]}]}
                """);
        DemoOptions options = new DemoOptions(Optional.of(file), 500);

        demo().run(options);
        demo().run(options);

        assertEquals(2, kept.turnsOf("tiny-1").size());
        assertEquals(
                "2026-11-01T10:01:00Z",
                kept.turnsOf("tiny-1").get(1).path("occurredAt").asText());
        assertTrue(printed.text().contains("(2 turns were there already)"));
    }

    @Test
    void triesAgainWhatFailedForNow() {
        kept.failingFirst(3);

        demo().run(BUNDLED);

        assertEquals(4, kept.sessionIds().size());
    }

    @Test
    void saysSoWhenExtractionFailed() {
        kept.failingToExtract();

        CommandFailed failure = assertThrows(CommandFailed.class, () -> demo().run(BUNDLED));

        assertEquals("Extraction failed: out of luck. See ./kept logs.", failure.getMessage());
    }

    @Test
    void saysThatTheStackIsNotUp() {
        KeptApi api = kept.api();
        kept.close();

        CommandFailed failure =
                assertThrows(CommandFailed.class, () -> new DemoCommand(api, CLOCK, printed.stream()).run(BUNDLED));

        assertTrue(String.valueOf(failure.getMessage()).contains("Start it with ./kept up"), failure.getMessage());
    }

    @Test
    void saysThatTheKeyIsOfAnotherStack() {
        StackFile other = new StackFile(kept.stackFile().url(), "other", "other");

        CommandFailed failure = assertThrows(
                CommandFailed.class,
                () -> new DemoCommand(new KeptApi(other, _ -> {}), CLOCK, printed.stream()).run(BUNDLED));

        assertEquals(
                "POST /v1/sessions was answered with 401: the key in local.json is not valid for this stack",
                failure.getMessage());
    }

    private DemoCommand demo() {
        return new DemoCommand(kept.api(), CLOCK, printed.stream());
    }
}
