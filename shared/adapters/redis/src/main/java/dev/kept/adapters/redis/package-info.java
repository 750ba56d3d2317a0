/// The cache: Redis, which all processes share, or this process.
@NullMarked
package dev.kept.adapters.redis;

import org.jspecify.annotations.NullMarked;
