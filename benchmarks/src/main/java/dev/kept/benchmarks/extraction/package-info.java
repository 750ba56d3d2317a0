/// Runs extraction over labelled conversations, with stores in memory, and writes what it found for scoring.
@NullMarked
package dev.kept.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
