/// Shows what extraction would keep, and stores nothing.
@NullMarked
package dev.kept.functions.extract;

import org.jspecify.annotations.NullMarked;
