/// Prepares the contexts that session starts return.
@NullMarked
package dev.kept.functions.contextbuilding;

import org.jspecify.annotations.NullMarked;
