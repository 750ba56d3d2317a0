package dev.kept.application.context;

import dev.kept.application.cache.Form;
import dev.kept.application.cache.Wire;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Memories as they stand on a shelf: without vectors, and without what only turns and documents
/// have.
final class RecordsForm implements Form<List<SearchRecord>> {
    @Override
    public String name() {
        return "memories/1";
    }

    @Override
    public void write(List<SearchRecord> records, DataOutputStream out) throws IOException {
        Wire.list(records, RecordsForm::writeOne, out);
    }

    @Override
    public List<SearchRecord> read(DataInputStream in) throws IOException {
        return Wire.list(RecordsForm::readOne, in);
    }

    private static void writeOne(SearchRecord item, DataOutputStream out) throws IOException {
        Wire.text(item.owner().key(), out);
        Wire.text(item.id(), out);
        Wire.text(item.content(), out);
        Wire.text(item.summary(), out);
        Wire.optional(item.type().map(MemoryType::name), Wire::text, out);
        Wire.optional(item.projectId().map(ProjectId::value), Wire::text, out);
        Wire.optional(item.sessionId().map(SessionId::value), Wire::text, out);
        writeTime(item.occurredAt(), out);
        out.writeDouble(item.importance());
        out.writeInt(item.feedback());
        out.writeBoolean(item.pinned());
        Wire.list(item.entities(), Wire::text, out);
        Wire.list(item.tags(), Wire::text, out);
        Wire.list(item.sourceTurnIds().stream().map(TurnId::value).toList(), Wire::text, out);
        Wire.list(item.clientTurnIds(), Wire::text, out);
        Wire.text(item.status().name(), out);
        Wire.optional(item.validTo(), RecordsForm::writeTime, out);
        out.writeLong(item.version());
    }

    private static SearchRecord readOne(DataInputStream in) throws IOException {
        return new SearchRecord(
                Owner.parse(Wire.text(in)),
                Kind.MEMORY,
                Wire.text(in),
                Wire.text(in),
                Wire.text(in),
                Wire.optional(Wire::text, in).map(MemoryType::valueOf),
                Optional.empty(),
                Optional.empty(),
                Wire.optional(Wire::text, in).map(ProjectId::new),
                Wire.optional(Wire::text, in).map(SessionId::new),
                OptionalInt.empty(),
                readTime(in),
                in.readDouble(),
                in.readInt(),
                in.readBoolean(),
                Wire.list(Wire::text, in),
                Wire.list(Wire::text, in),
                Wire.list(Wire::text, in).stream().map(TurnId::new).toList(),
                Wire.list(Wire::text, in),
                MemoryStatus.valueOf(Wire.text(in)),
                Wire.optional(RecordsForm::readTime, in),
                Optional.empty(),
                Optional.empty(),
                in.readLong());
    }

    static void writeTime(Instant time, DataOutputStream out) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    static Instant readTime(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
