@NullMarked
package dev.kept.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
