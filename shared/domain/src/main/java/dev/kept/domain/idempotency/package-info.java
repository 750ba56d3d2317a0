/// Repeating a request without repeating its effect.
@NullMarked
package dev.kept.domain.idempotency;

import org.jspecify.annotations.NullMarked;
