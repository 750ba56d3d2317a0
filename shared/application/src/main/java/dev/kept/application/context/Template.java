package dev.kept.application.context;

import java.util.List;
import java.util.Map;

/// How a context's text is laid out within the fence.
interface Template {
    /// How items are written. What a template of the user prints is not known beforehand; for it, this
    /// is an estimate.
    Style style();

    /// Whole lines.
    String body(Map<SectionName, List<Chosen>> sections);
}
