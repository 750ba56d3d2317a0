/// Event sources: queues, streams and schedules, and what Lambda promises about each.
@NullMarked
package dev.kept.local.stack.events;

import org.jspecify.annotations.NullMarked;
