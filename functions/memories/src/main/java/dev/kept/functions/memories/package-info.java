/// Tells, changes, rates, lists and forgets memories.
@NullMarked
package dev.kept.functions.memories;

import org.jspecify.annotations.NullMarked;
