/// A Redis server as a child process, bound to loopback: the ElastiCache of this machine.
@NullMarked
package dev.kept.local.redis;

import org.jspecify.annotations.NullMarked;
