/// Reads, lists, changes, links and deletes sessions.
@NullMarked
package dev.kept.functions.sessions;

import org.jspecify.annotations.NullMarked;
