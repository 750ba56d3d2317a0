/// A running stack, seen as any client sees it.
@NullMarked
package dev.kept.benchmarks.http;

import org.jspecify.annotations.NullMarked;
