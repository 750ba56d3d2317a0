/// Holds what was found against what is known: whether a candidate is new, says the same again, or
/// takes the place of an older memory, and what follows when a memory goes. What comes of it are
/// writes, one for each memory.
@NullMarked
package dev.kept.application.extraction.consolidation;

import org.jspecify.annotations.NullMarked;
