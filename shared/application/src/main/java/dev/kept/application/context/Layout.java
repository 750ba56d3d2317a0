package dev.kept.application.context;

import dev.kept.domain.id.ContextId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The text of a context: sections in their order within the fence. What was chosen first does not
/// show, so the same choice is the same text.
record Layout(ContextId id, Style style) {
    String text(List<Chosen> chosen, int version) {
        StringBuilder body = new StringBuilder();
        sections(chosen).forEach((section, items) -> {
            append(style.heading(section), body);
            appendItems(items, body);
            append(style.closing(section), body);
        });
        return Fence.around(id.value(), version, body.toString());
    }

    /// What was chosen by section, both in their order.
    static Map<SectionName, List<Chosen>> sections(List<Chosen> chosen) {
        Map<SectionName, List<Chosen>> sections = new EnumMap<>(SectionName.class);
        for (SectionName section : SectionName.values()) {
            List<Chosen> items = chosen.stream()
                    .filter(item -> item.candidate().section() == section)
                    .sorted(Comparator.comparing(Chosen::candidate, section.order()))
                    .toList();
            if (!items.isEmpty()) {
                sections.put(section, items);
            }
        }
        return sections;
    }

    private void appendItems(List<Chosen> items, StringBuilder body) {
        String day = "";
        for (Chosen item : items) {
            String itemDay = style.day(item.candidate());
            if (!itemDay.equals(day)) {
                append(itemDay, body);
                day = itemDay;
            }
            append(item.passage().text(), body);
        }
    }

    private static void append(String lines, StringBuilder body) {
        if (!lines.isEmpty()) {
            body.append(lines).append('\n');
        }
    }
}
