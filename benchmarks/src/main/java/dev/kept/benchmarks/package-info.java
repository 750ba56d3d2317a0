/// What can be measured of Kept, as commands of `./kept bench`.
@NullMarked
package dev.kept.benchmarks;

import org.jspecify.annotations.NullMarked;
