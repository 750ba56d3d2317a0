package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.project.ProjectSettings;
import dev.kept.domain.project.ProjectSettings.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The settings of a project as an item; a period is written as its ends, the second one empty while it lasts.
final class ProjectItem {
    private static final String BETWEEN = "/";

    private ProjectItem() {}

    static Item write(Key key, ProjectSettings settings) {
        List<String> off = settings.off().stream()
                .map(period -> Times.format(period.from())
                        + BETWEEN
                        + period.to().map(Times::format).orElse(""))
                .toList();
        return Item.at(key)
                .put("projectId", settings.projectId().value())
                .put("extractionOff", off)
                .put("updatedAt", settings.updatedAt())
                .put(Attribute.VERSION, settings.version());
    }

    static ProjectSettings read(Item item) {
        return new ProjectSettings(
                Owner.parse(item.text(Attribute.OWNER)),
                new ProjectId(item.text("projectId")),
                item.texts("extractionOff").stream().map(ProjectItem::period).toList(),
                item.number(Attribute.VERSION),
                item.optionalTime("updatedAt"));
    }

    private static Period period(String text) {
        int end = text.indexOf(BETWEEN);
        String to = text.substring(end + 1);
        return new Period(
                Instant.parse(text.substring(0, end)),
                to.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(to)));
    }
}
