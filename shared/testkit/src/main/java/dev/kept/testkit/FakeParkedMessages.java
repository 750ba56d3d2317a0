package dev.kept.testkit;

import dev.kept.domain.work.ParkedMessages;
import java.util.ArrayList;
import java.util.List;

/// Parks messages in memory.
public final class FakeParkedMessages implements ParkedMessages {
    private final List<Parked> parked = new ArrayList<>();

    public record Parked(String messageId, String body, String reason) {}

    @Override
    public synchronized void park(String messageId, String body, String reason) {
        parked.add(new Parked(messageId, body, reason));
    }

    public synchronized List<Parked> parked() {
        return List.copyOf(parked);
    }
}
