/// How long the first event of a function takes, beside a handler that does nothing but the calls.
@NullMarked
package dev.kept.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
