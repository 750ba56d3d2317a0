package dev.kept.application.context;

import dev.kept.domain.context.Compression;
import java.util.Optional;

/// One wording of what a candidate says, before it is laid out.
///
/// @param compression empty: all of it
record Form(String text, Optional<Compression> compression) {
    static Form whole(String text) {
        return new Form(text, Optional.empty());
    }

    /// A shorter text in place of the whole.
    static Form shorter(String text, Compression.Strategy strategy, String whole) {
        double kept = Math.min(1, (double) text.length() / Math.max(1, whole.length()));
        return new Form(text, Optional.of(new Compression(strategy, Math.max(0, 1 - kept))));
    }

    double loss() {
        return compression.map(Compression::loss).orElse(0.0);
    }
}
