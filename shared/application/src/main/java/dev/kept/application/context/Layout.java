package dev.kept.application.context;

import dev.kept.domain.id.ContextId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The text of a context: sections in their order within the fence. What was chosen first does not
/// show, so the same choice is the same text.
record Layout(ContextId id, Template template) {
    String text(List<Chosen> chosen, int version) {
        return Fence.around(id.value(), version, template.body(sections(chosen)));
    }

    Style style() {
        return template.style();
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
}
