/// Finds memories and turns.
@NullMarked
package dev.kept.functions.search;

import org.jspecify.annotations.NullMarked;
