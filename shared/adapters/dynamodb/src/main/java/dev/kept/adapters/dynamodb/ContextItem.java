package dev.kept.adapters.dynamodb;

import dev.kept.domain.context.Compression;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.search.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A context as an item: it is read as a whole or not at all, so it is one JSON text.
final class ContextItem {
    /// An item takes 400 KB; the rest is for the key and what JSON escapes.
    static final int CONTENT_BYTES_INLINE = 350_000;

    private ContextItem() {}

    static Item write(Key key, Instant savedAt, Contents.Placed content) {
        Item item = Item.at(key).put(Attribute.EXPIRES_AT, Expiry.of(savedAt, Expiry.CONTEXTS));
        content.into(item);
        return item;
    }

    static String json(Context context) {
        return Json.write(Stored.of(context));
    }

    static Optional<Context> read(Item item, Contents contents) {
        return contents.read(item).map(json -> Json.read(json, Stored.class).context());
    }

    private record Stored(
            String contextId,
            int version,
            String owner,
            @Nullable String sessionId,
            @Nullable String projectId,
            @Nullable String query,
            int maxTokens,
            Set<Kind> include,
            String template,
            String text,
            int tokens,
            List<StoredSection> sections,
            int omitted,
            boolean degraded,
            String createdAt) {
        static Stored of(Context context) {
            ContextRequest request = context.request();
            return new Stored(
                    context.id().value(),
                    context.version(),
                    request.owner().key(),
                    request.sessionId().map(SessionId::value).orElse(null),
                    request.projectId().map(ProjectId::value).orElse(null),
                    request.query().orElse(null),
                    request.budget().maxTokens(),
                    request.include(),
                    request.template(),
                    context.text(),
                    context.tokens(),
                    context.sections().stream().map(StoredSection::of).toList(),
                    context.omitted(),
                    context.degraded(),
                    Times.format(context.createdAt()));
        }

        Context context() {
            ContextRequest request = new ContextRequest(
                    Owner.parse(owner),
                    Optional.ofNullable(sessionId).map(SessionId::new),
                    Optional.ofNullable(projectId).map(ProjectId::new),
                    Optional.ofNullable(query),
                    new ContextBudget(maxTokens),
                    include,
                    template);
            return new Context(
                    new ContextId(contextId),
                    version,
                    request,
                    text,
                    tokens,
                    sections.stream().map(StoredSection::section).toList(),
                    omitted,
                    degraded,
                    Instant.parse(createdAt));
        }
    }

    private record StoredSection(String name, int tokens, List<StoredItem> items) {
        static StoredSection of(Context.Section section) {
            List<StoredItem> items =
                    section.items().stream().map(StoredItem::of).toList();
            return new StoredSection(section.name(), section.tokens(), items);
        }

        Context.Section section() {
            return new Context.Section(
                    name, tokens, items.stream().map(StoredItem::item).toList());
        }
    }

    private record StoredItem(
            Kind kind,
            String id,
            int tokens,
            double score,
            List<String> sourceTurnIds,
            List<String> mergedIds,
            @Nullable Compression compression,
            String why) {
        static StoredItem of(Context.Item item) {
            return new StoredItem(
                    item.kind(),
                    item.id(),
                    item.tokens(),
                    item.score(),
                    item.sourceTurnIds(),
                    item.mergedIds(),
                    item.compression().orElse(null),
                    item.why());
        }

        Context.Item item() {
            return new Context.Item(
                    kind, id, tokens, score, sourceTurnIds, mergedIds, Optional.ofNullable(compression), why);
        }
    }
}
