/// The processes of a stack on this machine, seen from outside.
@NullMarked
package dev.kept.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
