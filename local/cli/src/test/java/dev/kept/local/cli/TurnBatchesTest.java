package dev.kept.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnBatchesTest {
    @Test
    void postsAtMostFiftyTurnsAtOnce() {
        assertEquals(List.of(50, 50, 20), sizes(Collections.nCopies(120, turn("short"))));
    }

    @Test
    void keepsLongTurnsBelowTheLimitOfABody() {
        assertEquals(List.of(5, 1), sizes(Collections.nCopies(6, turn("x".repeat(100_000)))));
    }

    @Test
    void postsATurnThatIsLargerThanABatchOnItsOwn() {
        assertEquals(List.of(1, 1), sizes(List.of(turn("x".repeat(600_000)), turn("short"))));
    }

    private static List<Integer> sizes(List<Conversation.Turn> turns) {
        return TurnBatches.of(turns).stream().map(List::size).toList();
    }

    private static Conversation.Turn turn(String content) {
        return new Conversation.Turn(null, "user", null, content, null);
    }
}
