package dev.kept.application.context;

import dev.kept.domain.context.Omission;
import java.util.List;

/// What stands in a context, and what does not.
///
/// @param chosen in the order of choice
/// @param omitted best first
record Selected(List<Chosen> chosen, List<Omission> omitted) {
    Selected {
        chosen = List.copyOf(chosen);
        omitted = List.copyOf(omitted);
    }

    /// How many found no room; what only repeats what is there does not count.
    int withoutRoom() {
        return (int) omitted.stream()
                .filter(omission -> omission.reason() == Omission.Reason.NO_ROOM)
                .count();
    }
}
