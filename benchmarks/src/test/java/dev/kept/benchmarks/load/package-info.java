@NullMarked
package dev.kept.benchmarks.load;

import org.jspecify.annotations.NullMarked;
