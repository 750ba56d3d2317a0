package dev.kept.adapters.opensearch;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentFormat;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.EditionId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchIndex.IndexChange;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/// Records in two dimensions, so that a test can see what is near.
final class Records {
    static final Owner ANN = Owner.of(new UserId("ann"));
    static final Owner BOB = Owner.of(new UserId("bob"));
    static final Instant MAY = Instant.parse("2023-05-08T13:56:00.123456789Z");

    /// A model of two dimensions.
    static final String FLAT = "flat-2";

    private Records() {}

    static Embedding towards(double degrees) {
        double angle = Math.toRadians(degrees);
        return new Embedding(FLAT, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
    }

    static SearchRecord turn(Owner owner, String id, String content, Embedding embedding) {
        return new SearchRecord(
                owner,
                Kind.TURN,
                id,
                content,
                "",
                Optional.empty(),
                Optional.of(Role.USER),
                Optional.of("Caroline"),
                Optional.of(new ProjectId("shop")),
                Optional.of(new SessionId("s_1")),
                OptionalInt.of(7),
                MAY,
                0.3,
                0,
                false,
                List.of(),
                List.of(),
                List.of(new TurnId(id)),
                List.of("D1:3"),
                MemoryStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(embedding),
                1);
    }

    static SearchRecord chunk(String content, Embedding embedding) {
        Document.Description description = new Document.Description(
                "Runbook",
                Optional.of("file:runbook.md"),
                Optional.of(new ProjectId("shop")),
                DocumentFormat.MARKDOWN,
                Optional.empty(),
                new TreeSet<>(List.of("operations")),
                Map.of());
        Document document =
                new Document(ANN, new DocumentId("d_1"), description, "", new EditionId("k_1"), 3, MAY, MAY, 1);
        return SearchRecord.of(document, new Chunk(2, List.of("Outages"), content), Optional.of(embedding));
    }

    static SearchRecord memory(String id, MemoryType type, MemoryStatus status, Instant from, Optional<Instant> to) {
        return new SearchRecord(
                ANN,
                Kind.MEMORY,
                id,
                "The orders live in PostgreSQL.",
                "Orders: PostgreSQL",
                Optional.of(type),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ProjectId("shop")),
                Optional.empty(),
                OptionalInt.empty(),
                from,
                0.8,
                2,
                true,
                List.of("PostgreSQL"),
                List.of("storage"),
                List.of(),
                List.of(),
                status,
                to,
                Optional.empty(),
                Optional.of(towards(0)),
                3);
    }

    static SearchRecord version(SearchRecord item, long version, String content) {
        return new SearchRecord(
                item.owner(),
                item.kind(),
                item.id(),
                content,
                item.summary(),
                item.type(),
                item.role(),
                item.speaker(),
                item.projectId(),
                item.sessionId(),
                item.position(),
                item.occurredAt(),
                item.importance(),
                item.feedback(),
                item.pinned(),
                item.entities(),
                item.tags(),
                item.sourceTurnIds(),
                item.clientTurnIds(),
                item.status(),
                item.validTo(),
                item.source(),
                item.embedding(),
                version);
    }

    static IndexChange put(SearchRecord item) {
        return new IndexChange.Put(item);
    }

    static IndexChange remove(SearchRecord item, long version) {
        RecordKey key = new RecordKey(item.owner(), RecordKey.Source.SESSIONS, "TOMBSTONE#turn#" + item.id());
        return new IndexChange.Remove(key, item.kind(), item.id(), version);
    }
}
