/// Runs extraction over labelled conversations, through a running stack or with stores in memory, and scores what it
/// kept.
@NullMarked
package dev.kept.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
