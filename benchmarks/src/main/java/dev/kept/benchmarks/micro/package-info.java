/// The hot paths alone, by the microsecond.
@NullMarked
package dev.kept.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
