@NullMarked
package dev.kept.benchmarks.fit;

import org.jspecify.annotations.NullMarked;
