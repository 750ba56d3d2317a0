/// Starts a session and hands back its context.
@NullMarked
package dev.kept.functions.sessionstart;

import org.jspecify.annotations.NullMarked;
