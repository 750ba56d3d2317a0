/// Takes turns, memories and documents that other systems send.
@NullMarked
package dev.kept.functions.submissions;

import org.jspecify.annotations.NullMarked;
