/// Memories: what is kept, where it came from, and how long it holds.
@NullMarked
package dev.kept.domain.memory;

import org.jspecify.annotations.NullMarked;
