/// Tells whether the service is well, and its API.
@NullMarked
package dev.kept.functions.health;

import org.jspecify.annotations.NullMarked;
