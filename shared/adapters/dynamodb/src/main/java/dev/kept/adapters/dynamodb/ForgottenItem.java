package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.StatementSketch;

/// What stays of a forgotten statement as an item: ids, a time and a sketch, no text.
final class ForgottenItem {
    private ForgottenItem() {}

    static Item write(Key key, Forgotten forgotten) {
        return Item.at(key)
                .put("memoryId", forgotten.memoryId().value())
                .put("projectId", forgotten.projectId())
                .put(
                        "sketches",
                        forgotten.sketches().stream().map(ForgottenItem::text).toList())
                .put("sourceTurnIds", forgotten.sourceTurnIds())
                .put("forgottenAt", forgotten.at())
                .put("retractedIn", forgotten.retractedIn());
    }

    static Forgotten read(Item item) {
        return new Forgotten(
                Owner.parse(item.text(Attribute.OWNER)),
                new MemoryId(item.text("memoryId")),
                item.optional("projectId").map(ProjectId::new),
                item.texts("sketches").stream().map(ForgottenItem::sketch).toList(),
                item.texts("sourceTurnIds").stream().map(TurnId::new).toList(),
                item.time("forgottenAt"),
                item.optional("retractedIn").map(TurnId::new));
    }

    private static String text(StatementSketch sketch) {
        return sketch.version() + ":" + sketch.marks() + ":" + sketch.minima();
    }

    private static StatementSketch sketch(String text) {
        String[] parts = text.split(":", -1);
        return new StatementSketch(Integer.parseInt(parts[0]), parts[2], Integer.parseInt(parts[1]));
    }
}
