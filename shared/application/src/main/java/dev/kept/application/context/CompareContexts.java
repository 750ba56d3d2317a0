package dev.kept.application.context;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.kept.domain.context.Context;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Tells how one version of a context differs from another.
public final class CompareContexts {
    private static final int LINES_AROUND = 2;
    private final FindContext find;

    public CompareContexts(FindContext find) {
        this.find = find;
    }

    /// An item with the section that it stands in.
    public record Placed(String section, Context.Item item) {
        private String key() {
            return item.kind() + item.id();
        }

        /// Its score may change with others; that alone changes nothing for the reader.
        private boolean reads(Placed other) {
            return section.equals(other.section)
                    && item.tokens() == other.item.tokens()
                    && item.compression().equals(other.item.compression())
                    && item.sourceTurnIds().equals(other.item.sourceTurnIds());
        }
    }

    public record Changed(Placed before, Placed after) {}

    /// @param text a unified diff of the texts; empty when they are the same
    public record Difference(
            Context from, Context to, List<Placed> added, List<Placed> removed, List<Changed> changed, String text) {}

    /// @param from empty: the one before `to`
    /// @param to empty: the newest
    /// @throws dev.kept.domain.error.NotFound when the owner has no such context or version
    public Difference compare(Owner owner, ContextId id, Optional<Integer> from, Optional<Integer> to) {
        Context later = find.find(owner, id, to);
        int before = from.orElse(later.version() - 1);
        if (before < 1) {
            throw new InvalidRequest("from", "must be given: version 1 has none before it");
        }
        return difference(find.find(owner, id, Optional.of(before)), later);
    }

    private static Difference difference(Context from, Context to) {
        SequencedMap<String, Placed> before = items(from);
        SequencedMap<String, Placed> after = items(to);
        return new Difference(
                from,
                to,
                after.values().stream()
                        .filter(item -> !before.containsKey(item.key()))
                        .toList(),
                before.values().stream()
                        .filter(item -> !after.containsKey(item.key()))
                        .toList(),
                before.values().stream()
                        .flatMap(item -> Optional.ofNullable(after.get(item.key()))
                                .filter(other -> !item.reads(other))
                                .map(other -> new Changed(item, other))
                                .stream())
                        .toList(),
                text(from, to));
    }

    private static SequencedMap<String, Placed> items(Context context) {
        SequencedMap<String, Placed> items = new LinkedHashMap<>();
        context.sections()
                .forEach(section -> section.items().forEach(item -> {
                    Placed placed = new Placed(section.name(), item);
                    items.put(placed.key(), placed);
                }));
        return items;
    }

    private static String text(Context from, Context to) {
        List<String> before = from.text().lines().toList();
        List<String> after = to.text().lines().toList();
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        "version " + from.version(),
                        "version " + to.version(),
                        before,
                        DiffUtils.diff(before, after),
                        LINES_AROUND));
    }
}
