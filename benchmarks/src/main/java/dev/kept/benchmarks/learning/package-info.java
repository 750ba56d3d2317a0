/// Fits what extraction weighs, on labelled conversations, sentences and pairs of statements.
@NullMarked
package dev.kept.benchmarks.learning;

import org.jspecify.annotations.NullMarked;
