package dev.kept.domain.flag;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A part that the system answers without, less well. Each costs money or asks another system for every request, which
/// is why somebody may want it off at once.
public enum Flag {
    /// A model that judges the best results of a search again.
    RERANK,
    /// A model that summarizes what is long in contexts.
    SUMMARIES,
    /// A model that finds memories.
    EXTRACTION_MODEL;

    /// As operators write it: `extraction-model`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Flag> of(String word) {
        return Arrays.stream(values()).filter(flag -> flag.word().equals(word)).findFirst();
    }
}
