package dev.kept.adapters.dynamodb;

import dev.kept.domain.context.MemoryShelf.Scope;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What a context reads of a memory's item, and where it stands in the `shelf` index.
final class ShelfItem {
    /// Those of the index's projection; a query that asks for others would read the table behind
    /// it, item by item.
    static final List<String> ATTRIBUTES = List.of(
            Attribute.OWNER,
            "memoryId",
            Attribute.VERSION,
            "type",
            "content",
            "summary",
            "importance",
            "feedback",
            "pinned",
            "entities",
            "tags",
            "projectId",
            "sessionId",
            "sourceTurnIds",
            "clientTurnIds",
            "status",
            "validFrom",
            "validTo");

    private static final String PREFERENCES = "PREFERENCES#";
    private static final String PROJECT = "PROJECT#";

    private ShelfItem() {}

    /// Pinned before not pinned, then importance, then time. Empty for what is not active: it is
    /// in no context.
    static Optional<String> sort(Memory memory) {
        return memory.isActive() ? Optional.of(prefix(scope(memory)) + weight(memory)) : Optional.empty();
    }

    static String prefix(Scope scope) {
        return switch (scope) {
            case Scope.Preferences _ -> PREFERENCES;
            case Scope.Project project -> PROJECT + project.id() + "#";
            case Scope.NoProject _ -> PROJECT + "#";
        };
    }

    static SearchRecord read(Item item) {
        return new SearchRecord(
                Owner.parse(item.text(Attribute.OWNER)),
                Kind.MEMORY,
                item.text("memoryId"),
                item.text("content"),
                item.text("summary"),
                Optional.of(item.constant(MemoryType.class, "type")),
                Optional.empty(),
                Optional.empty(),
                item.optional("projectId").map(ProjectId::new),
                item.optional("sessionId").map(SessionId::new),
                OptionalInt.empty(),
                item.time("validFrom"),
                item.real("importance"),
                (int) item.number("feedback"),
                item.flag("pinned"),
                item.texts("entities"),
                item.texts("tags"),
                item.texts("sourceTurnIds").stream().map(TurnId::new).toList(),
                item.texts("clientTurnIds"),
                item.constant(MemoryStatus.class, "status"),
                item.optionalTime("validTo"),
                Optional.empty(),
                Optional.empty(),
                item.number(Attribute.VERSION));
    }

    private static Scope scope(Memory memory) {
        if (memory.statement().type() == MemoryType.PREFERENCE) {
            return new Scope.Preferences();
        }
        return memory.provenance().projectId().<Scope>map(Scope.Project::new).orElseGet(Scope.NoProject::new);
    }

    private static String weight(Memory memory) {
        Memory.Statement statement = memory.statement();
        String importance = String.format(Locale.ROOT, "%.3f", statement.importance());
        String pinned = statement.pinned() ? "1" : "0";
        return pinned + "#" + importance + "#" + Keys.timeSort(memory.validity().validFrom(), memory.id());
    }
}
