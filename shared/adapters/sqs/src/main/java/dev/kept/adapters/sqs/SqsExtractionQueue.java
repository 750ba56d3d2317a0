package dev.kept.adapters.sqs;

import dev.kept.domain.session.SessionRef;
import dev.kept.domain.work.ExtractionQueue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Requests for extraction in a FIFO queue, one message group a session: the messages of a
/// session are handed out one at a time and in order, those of different sessions side by side.
///
/// SQS drops a message whose deduplication id it has seen within five minutes, even when the
/// first one was worked off long ago. A request that says "read this session" again after its
/// worker has read the cursor must not be dropped, and a request does not know which turns caused
/// it. So every request has an id of its own. Only what is sent again because an answer got lost
/// (by the SDK or by us, in the same call) has the same id and arrives once. A request too many
/// costs one read: its worker finds the cursor at the end of the session.
final class SqsExtractionQueue implements ExtractionQueue {
    private static final int VERSION = 1;
    private final SqsSender sender;
    private final String queueUrl;

    SqsExtractionQueue(SqsSender sender, String queueUrl) {
        this.sender = sender;
        this.queueUrl = queueUrl;
    }

    private record Body(int version, String owner, String sessionId, String reason) {}

    @Override
    public void request(List<SessionRef> sessions, Reason reason) {
        sender.send(
                queueUrl,
                sessions.stream()
                        .distinct()
                        .map(session -> message(session, reason))
                        .toList());
    }

    private static SqsSender.Message message(SessionRef session, Reason reason) {
        String owner = session.owner().key();
        String id = session.id().value();
        String why = reason.name().toLowerCase(Locale.ROOT);
        return new SqsSender.Message(
                owner + "#" + id, why + "-" + UUID.randomUUID(), new Body(VERSION, owner, id, why));
    }
}
