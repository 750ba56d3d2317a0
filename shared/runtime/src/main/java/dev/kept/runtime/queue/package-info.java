/// Batches from queues and streams: each message on its own, failures reported one by one.
@NullMarked
package dev.kept.runtime.queue;

import org.jspecify.annotations.NullMarked;
