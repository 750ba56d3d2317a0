/// Many users at once: what a stack bears, what breaks first, and that nothing is lost.
@NullMarked
package dev.kept.benchmarks.load;

import org.jspecify.annotations.NullMarked;
