package dev.kept.domain.session;

import dev.kept.domain.text.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a client says of a turn.
///
/// @param clientId the client's own id, unique within the session: the same id again is the same turn
/// @param content at most 100,000 characters
/// @param occurredAt when it was said
/// @param extract false keeps it as evidence but takes no memory from it
public record Utterance(
        Optional<String> clientId,
        Role role,
        Optional<String> speaker,
        String content,
        Instant occurredAt,
        boolean extract,
        Map<String, Object> metadata) {
    public static final int CLIENT_ID_CHARACTERS = 256;

    public Utterance {
        clientId.ifPresent(id -> Limits.content("id", id, CLIENT_ID_CHARACTERS));
        speaker.ifPresent(name -> Limits.content("speaker", name, Limits.LABEL_CHARACTERS));
        Limits.content("content", content, Limits.TURN_CHARACTERS);
        metadata = Limits.metadata(metadata);
    }

    public Utterance withClientId(String id) {
        return new Utterance(Optional.of(id), role, speaker, content, occurredAt, extract, metadata);
    }

    public Utterance withContent(String redacted) {
        return new Utterance(clientId, role, speaker, redacted, occurredAt, extract, metadata);
    }

    /// The same, kept as evidence only.
    public Utterance notToBeExtracted() {
        return new Utterance(clientId, role, speaker, content, occurredAt, false, metadata);
    }
}
