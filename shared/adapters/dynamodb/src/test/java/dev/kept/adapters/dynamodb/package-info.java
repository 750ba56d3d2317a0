/// The stores against the contracts of their ports, on DynamoDB Local.
@NullMarked
package dev.kept.adapters.dynamodb;

import org.jspecify.annotations.NullMarked;
