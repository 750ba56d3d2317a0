package dev.kept.application.context;

import dev.kept.domain.id.ContextId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The text of a context: sections in their order within the fence. What was chosen first does not
/// show, so the same choice is the same text.
record Layout(ContextId id, int version) {
    String text(List<Chosen> chosen) {
        StringBuilder body = new StringBuilder();
        sections(chosen).forEach((section, items) -> {
            body.append(section.heading());
            appendItems(items, body);
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

    /// The line that stands before the first item of a day; empty where items do not stand by day.
    static String dayLine(Candidate candidate) {
        boolean isByDay = candidate.section().isByDay() && candidate.isTurn();
        return isByDay ? Wording.day(candidate.subject().at()) + "\n" : "";
    }

    private static void appendItems(List<Chosen> items, StringBuilder body) {
        String day = "";
        for (Chosen item : items) {
            String itemDay = dayLine(item.candidate());
            if (!itemDay.equals(day)) {
                body.append(itemDay);
                day = itemDay;
            }
            body.append(item.passage().text()).append('\n');
        }
    }
}
