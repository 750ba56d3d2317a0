/// Memories that are told directly, changed, rated and forgotten.
@NullMarked
package dev.kept.application.memory;

import org.jspecify.annotations.NullMarked;
