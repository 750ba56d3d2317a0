/// Turns changes of the record into work for the queues.
@NullMarked
package dev.kept.functions.outbox;

import org.jspecify.annotations.NullMarked;
