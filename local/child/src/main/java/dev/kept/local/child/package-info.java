/// The contract between the local supervisor and the servers that it starts as child processes.
@NullMarked
package dev.kept.local.child;

import org.jspecify.annotations.NullMarked;
