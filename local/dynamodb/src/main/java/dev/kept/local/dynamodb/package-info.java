/// DynamoDB Local as a child process, bound to loopback.
@NullMarked
package dev.kept.local.dynamodb;

import org.jspecify.annotations.NullMarked;
