/// Ends a session.
@NullMarked
package dev.kept.functions.sessionend;

import org.jspecify.annotations.NullMarked;
