/// How fast search and context answer, by what is stored and by how many ask.
@NullMarked
package dev.kept.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
