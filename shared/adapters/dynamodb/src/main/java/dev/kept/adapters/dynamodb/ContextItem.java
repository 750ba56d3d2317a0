package dev.kept.adapters.dynamodb;

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

    static Item write(Key key, Context context, Contents.Placed content) {
        Item item = Item.at(key).put(Attribute.EXPIRES_AT, Expiry.of(context.createdAt(), Expiry.CONTEXTS));
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
            String text,
            int tokens,
            List<Context.Section> sections,
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
                    context.text(),
                    context.tokens(),
                    context.sections(),
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
                    include);
            return new Context(
                    new ContextId(contextId),
                    version,
                    request,
                    text,
                    tokens,
                    sections,
                    omitted,
                    degraded,
                    Instant.parse(createdAt));
        }
    }
}
