/// The product's embedding model outside of a function, and vectors that are made once and kept in a file.
@NullMarked
package dev.kept.benchmarks.vectors;

import org.jspecify.annotations.NullMarked;
