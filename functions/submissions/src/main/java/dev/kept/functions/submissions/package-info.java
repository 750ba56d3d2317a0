/// Takes turns and memories that other systems send.
@NullMarked
package dev.kept.functions.submissions;

import org.jspecify.annotations.NullMarked;
