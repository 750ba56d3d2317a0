/// From an API Gateway event to a use case and back: routes, replies, problems, idempotency.
@NullMarked
package dev.kept.runtime.http;

import org.jspecify.annotations.NullMarked;
