@NullMarked
package dev.kept.benchmarks.retrieval;

import org.jspecify.annotations.NullMarked;
