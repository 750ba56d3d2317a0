package dev.kept.adapters.sqs;

import dev.kept.domain.id.ProjectId;
import dev.kept.domain.work.ContextQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Requests for warm contexts in a FIFO queue, one message group a project.
///
/// Requests for a project within one window of {@link #WINDOW} share a deduplication id, so that
/// a session with many changes prepares its context once. None is lost by that: the queue delays
/// every message by the length of the window (`DelaySeconds` in infra/queues.yaml), so the build
/// starts after the window has ended and sees every change that was requested in it.
final class SqsContextQueue implements ContextQueue {
    static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int VERSION = 1;
    private final SqsSender sender;
    private final String queueUrl;
    private final Clock clock;

    SqsContextQueue(SqsSender sender, String queueUrl, Clock clock) {
        this.sender = sender;
        this.queueUrl = queueUrl;
        this.clock = clock;
    }

    private record Body(int version, String owner, @Nullable String projectId) {}

    @Override
    public void request(List<WarmContextKey> contexts) {
        long window = clock.millis() / WINDOW.toMillis();
        sender.send(
                queueUrl,
                contexts.stream()
                        .distinct()
                        .map(context -> message(context, window))
                        .toList());
    }

    private static SqsSender.Message message(WarmContextKey context, long window) {
        String owner = context.owner().key();
        Optional<String> project = context.projectId().map(ProjectId::value);
        String group = owner + "#" + project.orElse("");
        return new SqsSender.Message(
                group, MessageGroup.sha256(group + "#" + window), new Body(VERSION, owner, project.orElse(null)));
    }
}
