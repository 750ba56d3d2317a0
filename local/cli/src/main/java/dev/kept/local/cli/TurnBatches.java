package dev.kept.local.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts turns into requests that Kept takes: at most 100 turns and 1 MiB, here well below both.
final class TurnBatches {
    private static final int TURNS_MAX = 50;
    /// Half of what a body may have: JSON escapes make some texts longer.
    private static final int BYTES_MAX = 512 * 1024;

    private TurnBatches() {}

    static List<List<Conversation.Turn>> of(List<Conversation.Turn> turns) {
        List<List<Conversation.Turn>> batches = new ArrayList<>();
        List<Conversation.Turn> batch = new ArrayList<>();
        int bytes = 0;
        for (Conversation.Turn turn : turns) {
            int size = turn.content().getBytes(StandardCharsets.UTF_8).length;
            if (!batch.isEmpty() && (batch.size() == TURNS_MAX || bytes + size > BYTES_MAX)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(turn);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
