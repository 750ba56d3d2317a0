package dev.kept.application.context;

import dev.kept.application.cache.Form;
import dev.kept.application.cache.Wire;
import dev.kept.domain.context.Compression;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.search.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;

/// A context as it was built.
final class ContextForm implements Form<Context> {
    @Override
    public String name() {
        return "context/1";
    }

    @Override
    public void write(Context context, DataOutputStream out) throws IOException {
        Wire.text(context.id().value(), out);
        out.writeInt(context.version());
        writeRequest(context.request(), out);
        Wire.text(context.text(), out);
        out.writeInt(context.tokens());
        Wire.list(context.sections(), ContextForm::writeSection, out);
        out.writeInt(context.omitted());
        out.writeBoolean(context.degraded());
        RecordsForm.writeTime(context.createdAt(), out);
    }

    @Override
    public Context read(DataInputStream in) throws IOException {
        return new Context(
                new ContextId(Wire.text(in)),
                in.readInt(),
                readRequest(in),
                Wire.text(in),
                in.readInt(),
                Wire.list(ContextForm::readSection, in),
                in.readInt(),
                in.readBoolean(),
                RecordsForm.readTime(in));
    }

    private static void writeRequest(ContextRequest request, DataOutputStream out) throws IOException {
        Wire.text(request.owner().key(), out);
        Wire.optional(request.sessionId().map(SessionId::value), Wire::text, out);
        Wire.optional(request.projectId().map(ProjectId::value), Wire::text, out);
        Wire.optional(request.query(), Wire::text, out);
        out.writeInt(request.budget().maxTokens());
        Wire.list(request.include().stream().map(Kind::name).toList(), Wire::text, out);
        Wire.text(request.template(), out);
    }

    private static ContextRequest readRequest(DataInputStream in) throws IOException {
        return new ContextRequest(
                Owner.parse(Wire.text(in)),
                Wire.optional(Wire::text, in).map(SessionId::new),
                Wire.optional(Wire::text, in).map(ProjectId::new),
                Wire.optional(Wire::text, in),
                new ContextBudget(in.readInt()),
                Set.copyOf(Wire.list(Wire::text, in).stream().map(Kind::valueOf).toList()),
                Wire.text(in));
    }

    private static void writeSection(Context.Section section, DataOutputStream out) throws IOException {
        Wire.text(section.name(), out);
        out.writeInt(section.tokens());
        Wire.list(section.items(), ContextForm::writeItem, out);
    }

    private static Context.Section readSection(DataInputStream in) throws IOException {
        return new Context.Section(Wire.text(in), in.readInt(), Wire.list(ContextForm::readItem, in));
    }

    private static void writeItem(Context.Item item, DataOutputStream out) throws IOException {
        Wire.text(item.kind().name(), out);
        Wire.text(item.id(), out);
        out.writeInt(item.tokens());
        out.writeDouble(item.score());
        Wire.list(item.sourceTurnIds(), Wire::text, out);
        Wire.list(item.mergedIds(), Wire::text, out);
        Wire.optional(item.compression(), ContextForm::writeCompression, out);
        Wire.text(item.why(), out);
    }

    private static Context.Item readItem(DataInputStream in) throws IOException {
        return new Context.Item(
                Kind.valueOf(Wire.text(in)),
                Wire.text(in),
                in.readInt(),
                in.readDouble(),
                Wire.list(Wire::text, in),
                Wire.list(Wire::text, in),
                Wire.optional(ContextForm::readCompression, in),
                Wire.text(in));
    }

    private static void writeCompression(Compression compression, DataOutputStream out) throws IOException {
        Wire.text(compression.strategy().name(), out);
        out.writeDouble(compression.loss());
    }

    private static Compression readCompression(DataInputStream in) throws IOException {
        return new Compression(Compression.Strategy.valueOf(Wire.text(in)), in.readDouble());
    }
}
