/// Builds contexts and reads back what was built.
@NullMarked
package dev.kept.functions.context;

import org.jspecify.annotations.NullMarked;
