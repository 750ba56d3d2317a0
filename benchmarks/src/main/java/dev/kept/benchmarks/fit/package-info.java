/// Fits the weights of the ranking's signals on labelled conversations.
@NullMarked
package dev.kept.benchmarks.fit;

import org.jspecify.annotations.NullMarked;
