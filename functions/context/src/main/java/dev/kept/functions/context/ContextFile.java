package dev.kept.functions.context;

import dev.kept.domain.context.Compression;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextTemplate;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.search.Kind;
import dev.kept.domain.text.Limits;
import dev.kept.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A context on its way between stores. It says what it is, in which form, and proves that it is
/// whole: a file that was cut or edited is refused.
///
/// @param checksum SHA-256 of the context as it is written here, in hex
record ContextFile(String kind, int schemaVersion, String checksum, Content context) {
    private static final String KIND = "kept-context";
    private static final int SCHEMA_VERSION = 1;
    private static final String CHECKSUM = "checksum";

    ContextFile {
        if (!kind.equals(KIND)) {
            throw new InvalidRequest("kind", "must be " + KIND + ": this is the export of something else");
        }
        if (schemaVersion != SCHEMA_VERSION) {
            throw new InvalidRequest("schemaVersion", "must be " + SCHEMA_VERSION);
        }
        if (!checksum.equals(checksum(context))) {
            throw new InvalidRequest(CHECKSUM, "does not match the context: the file is damaged or was edited");
        }
    }

    static ContextFile of(Context context) {
        Content content = Content.of(context);
        return new ContextFile(KIND, SCHEMA_VERSION, checksum(content), content);
    }

    Context context(Owner owner) {
        try {
            return context.of(owner);
        } catch (InvalidRequest e) {
            throw e.within("context");
        }
    }

    private static String checksum(Content content) {
        try {
            byte[] text = Json.write(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    record Content(
            String contextId,
            int version,
            Optional<String> sessionId,
            Optional<String> projectId,
            Optional<String> query,
            int maxTokens,
            String template,
            Set<Kind> include,
            String text,
            int tokens,
            List<Section> sections,
            int omitted,
            boolean degraded,
            Instant createdAt) {
        /// The same set is written the same way, whatever order it was read in.
        Content {
            include = new TreeSet<>(include);
        }

        static Content of(Context context) {
            ContextRequest request = context.request();
            return new Content(
                    context.id().value(),
                    context.version(),
                    request.sessionId().map(SessionId::value),
                    request.projectId().map(ProjectId::value),
                    request.query(),
                    request.budget().maxTokens(),
                    request.template(),
                    request.include(),
                    context.text(),
                    context.tokens(),
                    context.sections().stream().map(Section::of).toList(),
                    context.omitted(),
                    context.degraded(),
                    context.createdAt());
        }

        Context of(Owner owner) {
            query.ifPresent(asked -> Limits.atMost("query", asked, Limits.QUERY_CHARACTERS));
            ContextRequest request = new ContextRequest(
                    owner,
                    sessionId.map(SessionId::new),
                    projectId.map(ProjectId::new),
                    query,
                    new ContextBudget(maxTokens),
                    include,
                    ContextTemplate.checkedName("template", template));
            return new Context(
                    new ContextId(contextId),
                    version,
                    request,
                    text,
                    tokens,
                    sections.stream().map(Section::section).toList(),
                    omitted,
                    degraded,
                    createdAt);
        }
    }

    record Section(String name, int tokens, List<Item> items) {
        static Section of(Context.Section section) {
            return new Section(
                    section.name(),
                    section.tokens(),
                    section.items().stream().map(Item::of).toList());
        }

        Context.Section section() {
            return new Context.Section(
                    name, tokens, items.stream().map(Item::item).toList());
        }
    }

    record Item(
            Kind kind,
            String id,
            int tokens,
            double score,
            List<String> sourceTurnIds,
            List<String> mergedIds,
            Optional<Shortening> compression,
            String why) {
        static Item of(Context.Item item) {
            return new Item(
                    item.kind(),
                    item.id(),
                    item.tokens(),
                    item.score(),
                    item.sourceTurnIds(),
                    item.mergedIds(),
                    item.compression().map(Shortening::of),
                    item.why());
        }

        Context.Item item() {
            return new Context.Item(
                    kind, id, tokens, score, sourceTurnIds, mergedIds, compression.map(Shortening::compression), why);
        }
    }

    record Shortening(Compression.Strategy strategy, double loss) {
        static Shortening of(Compression compression) {
            return new Shortening(compression.strategy(), compression.loss());
        }

        Compression compression() {
            if (!(loss >= 0 && loss <= 1)) {
                throw new InvalidRequest("loss", "must be between 0 and 1");
            }
            return new Compression(strategy, loss);
        }
    }
}
