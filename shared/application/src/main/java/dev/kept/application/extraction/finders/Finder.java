package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Window;

/// Looks for one kind of evidence in a turn and what stands before it. Finders run in order; each leaves alone the
/// sentences that an earlier one used.
interface Finder {
    void find(Window window, Findings findings);
}
