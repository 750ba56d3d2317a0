@NullMarked
package dev.kept.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
