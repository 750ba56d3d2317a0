@NullMarked
package dev.kept.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
