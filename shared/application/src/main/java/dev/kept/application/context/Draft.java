package dev.kept.application.context;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.Omission;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was chosen for a request, ready to become a version of a context.
///
/// @param startedAt before anything was read: what changed later it may not have seen
record Draft(
        ContextRequest request,
        Layout layout,
        Selected selected,
        boolean degraded,
        TokenCounter counter,
        Instant startedAt) {
    Context as(int version) {
        String text = text(version);
        return new Context(
                id(),
                version,
                request,
                text,
                counter.count(text),
                sections(),
                selected.withoutRoom(),
                degraded,
                startedAt);
    }

    ContextId id() {
        return layout.id();
    }

    String text(int version) {
        return layout.text(selected.chosen(), version);
    }

    List<Omission> omitted() {
        return selected.omitted();
    }

    private List<Context.Section> sections() {
        List<Context.Section> sections = new ArrayList<>();
        Layout.sections(selected.chosen()).forEach((name, items) -> {
            int tokens = counter.count(layout.style().heading(name))
                    + items.stream().mapToInt(item -> item.passage().tokens()).sum();
            sections.add(new Context.Section(
                    name.label(),
                    tokens,
                    items.stream().flatMap(item -> item(item).stream()).toList()));
        });
        return sections;
    }

    private static Optional<Context.Item> item(Chosen chosen) {
        return chosen.candidate().item().map(record -> item(record, chosen));
    }

    private static Context.Item item(SearchRecord record, Chosen chosen) {
        List<SearchRecord> merged = chosen.merged().stream()
                .flatMap(other -> other.candidate().item().stream())
                .toList();
        return new Context.Item(
                record.kind(),
                record.id(),
                chosen.passage().tokens(),
                chosen.candidate().value(),
                Stream.concat(Stream.of(record), merged.stream())
                        .flatMap(Draft::sources)
                        .distinct()
                        .toList(),
                merged.stream().map(SearchRecord::id).toList(),
                chosen.compression(),
                chosen.candidate().why());
    }

    private static Stream<String> sources(SearchRecord record) {
        return record.kind() == Kind.TURN
                ? Stream.of(record.id())
                : record.sourceTurnIds().stream().map(TurnId::value);
    }
}
