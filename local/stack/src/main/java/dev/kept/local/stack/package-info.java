/// The supervisor: starts the servers and the functions of one machine, and keeps them running.
@NullMarked
package dev.kept.local.stack;

import org.jspecify.annotations.NullMarked;
