package dev.kept.application.context;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was recalled for a request, ready to become a version of a context.
///
/// @param startedAt before anything was read: what changed later it may not have seen
record Draft(ContextRequest request, Recipe recipe, Recalled recalled, TokenCounter counter, Instant startedAt) {
    Context as(ContextId id, int version) {
        Layout layout = new Layout(id, version);
        Selection selection = new Selection(layout, counter, request.budget().maxTokens(), recalled.candidates());
        List<Chosen> chosen = selection.choose(recipe);
        String text = layout.text(chosen);
        return new Context(
                id,
                version,
                request,
                text,
                counter.count(text),
                sections(chosen),
                selection.omitted(),
                recalled.degraded(),
                startedAt);
    }

    private List<Context.Section> sections(List<Chosen> chosen) {
        List<Context.Section> sections = new ArrayList<>();
        Layout.sections(chosen).forEach((name, items) -> {
            int tokens = counter.count(name.heading())
                    + items.stream().mapToInt(item -> item.passage().tokens()).sum();
            sections.add(new Context.Section(
                    name.label(),
                    tokens,
                    items.stream().flatMap(item -> item(item).stream()).toList()));
        });
        return sections;
    }

    private static Optional<Context.Item> item(Chosen chosen) {
        return chosen.candidate().item().map(record -> item(record, chosen.candidate(), chosen.passage()));
    }

    private static Context.Item item(SearchRecord record, Candidate candidate, Passage passage) {
        return new Context.Item(
                record.kind(),
                record.id(),
                passage.tokens(),
                candidate.value(),
                sources(record),
                passage.compressed(),
                candidate.why() + (passage.compressed() ? "; shortened" : ""));
    }

    private static List<String> sources(SearchRecord record) {
        return record.kind() == Kind.TURN
                ? List.of(record.id())
                : record.sourceTurnIds().stream().map(TurnId::value).toList();
    }
}
