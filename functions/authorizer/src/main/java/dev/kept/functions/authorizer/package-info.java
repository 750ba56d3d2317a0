/// Finds out who sends a request.
@NullMarked
package dev.kept.functions.authorizer;

import org.jspecify.annotations.NullMarked;
