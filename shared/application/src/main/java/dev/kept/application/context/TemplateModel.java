package dev.kept.application.context;

import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.SearchRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a template of a user can print; described in docs/context.md.
///
/// @param query empty when none was asked
/// @param project empty when there is none
record TemplateModel(String query, String project) {
    static TemplateModel of(ContextRequest request) {
        return new TemplateModel(
                RecalledText.untagged(RecalledText.line(request.query().orElse(""))),
                request.projectId().map(ProjectId::value).orElse(""));
    }

    Map<String, Object> of(Map<SectionName, List<Chosen>> sections) {
        return Map.of(
                "query",
                query,
                "project",
                project,
                "sections",
                sections.entrySet().stream()
                        .map(section -> section(section.getKey(), section.getValue()))
                        .toList());
    }

    private static Map<String, Object> section(SectionName name, List<Chosen> items) {
        return Map.of(
                "name",
                name.label(),
                "title",
                name.heading(),
                "items",
                items.stream().map(TemplateModel::item).toList());
    }

    private static Map<String, Object> item(Chosen chosen) {
        Candidate candidate = chosen.candidate();
        Form form = chosen.passage().form();
        boolean isBlock = form.compression().isEmpty() && candidate.isBlock();
        return Map.of(
                "kind",
                lower(candidate.kind()),
                "type",
                candidate
                        .item()
                        .flatMap(SearchRecord::type)
                        .map(TemplateModel::lower)
                        .orElse(""),
                "text",
                RecalledText.untagged(RecalledText.line(form.text())),
                "code",
                isBlock ? RecalledText.untagged(RecalledText.block(form.text())) : "",
                "speaker",
                candidate.isTurn() ? RecalledText.untagged(candidate.speaker()) : "",
                "place",
                candidate.item().flatMap(SearchRecord::source).isPresent()
                        ? RecalledText.untagged(candidate.place())
                        : "",
                "day",
                candidate.day(),
                "shortened",
                form.compression().isPresent());
    }

    private static String lower(MemoryType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String lower(dev.kept.domain.search.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
