package dev.kept.local.packaging;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/// How large a package may be. A larger one takes longer to deploy, to fetch and to unpack, and whoever adds a library
/// should notice what it weighs.
final class SizeLimit {
    static final long MEGABYTE = 1_000_000;

    private static final long PLAIN = 20 * MEGABYTE;
    /// With the embedding model and its runtime.
    private static final long EMBEDDING = 70 * MEGABYTE;

    private static final int LISTED = 25;

    private SizeLimit() {}

    static void check(FunctionPackage made) {
        long limit = made.embeds() ? EMBEDDING : PLAIN;
        if (made.bytes() > limit) {
            throw new PackageRefused(String.format(
                    Locale.ROOT,
                    "%s has %.1f MB, and may have %d; its largest parts are%n%s",
                    made.function(),
                    made.bytes() / (double) MEGABYTE,
                    limit / MEGABYTE,
                    largest(made)));
        }
    }

    private static String largest(FunctionPackage made) {
        return made.parts().stream()
                .sorted(Comparator.comparingInt((Part part) -> part.deflated().length)
                        .reversed())
                .limit(LISTED)
                .map(part -> String.format(
                        Locale.ROOT, "  %8.2f MB %s", part.deflated().length / (double) MEGABYTE, part.name()))
                .collect(Collectors.joining("\n"));
    }
}
