package dev.kept.functions.context;

import dev.kept.application.context.CompareContexts.Changed;
import dev.kept.application.context.CompareContexts.Difference;
import dev.kept.application.context.CompareContexts.Placed;
import dev.kept.runtime.view.ContextView;
import dev.kept.runtime.view.ContextView.ItemView;
import java.util.List;

/// How two versions differ, in a reply.
record DifferenceView(
        String contextId,
        int from,
        int to,
        List<PlacedView> added,
        List<PlacedView> removed,
        List<ChangedView> changed,
        String text) {
    record PlacedView(String section, ItemView item) {
        static PlacedView of(Placed placed) {
            return new PlacedView(placed.section(), ContextView.item(placed.item()));
        }
    }

    record ChangedView(PlacedView before, PlacedView after) {
        static ChangedView of(Changed changed) {
            return new ChangedView(PlacedView.of(changed.before()), PlacedView.of(changed.after()));
        }
    }

    static DifferenceView of(Difference difference) {
        return new DifferenceView(
                difference.to().id().value(),
                difference.from().version(),
                difference.to().version(),
                difference.added().stream().map(PlacedView::of).toList(),
                difference.removed().stream().map(PlacedView::of).toList(),
                difference.changed().stream().map(ChangedView::of).toList(),
                difference.text());
    }
}
