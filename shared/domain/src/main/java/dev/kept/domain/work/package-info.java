/// Queues of work between functions.
@NullMarked
package dev.kept.domain.work;

import org.jspecify.annotations.NullMarked;
