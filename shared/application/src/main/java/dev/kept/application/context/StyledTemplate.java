package dev.kept.application.context;

import java.util.List;
import java.util.Map;

/// A built-in template: sections one below the other, in one style.
record StyledTemplate(Style style) implements Template {
    @Override
    public String body(Map<SectionName, List<Chosen>> sections) {
        StringBuilder body = new StringBuilder();
        sections.forEach((section, items) -> {
            append(style.heading(section), body);
            appendItems(items, body);
            append(style.closing(section), body);
        });
        return body.toString();
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
