/// The HTTP API on loopback: routes, authorizer, and requests as API Gateway's events.
@NullMarked
package dev.kept.local.stack.gateway;

import org.jspecify.annotations.NullMarked;
