/// The record: sessions, turns, memories, contexts and accounts in four DynamoDB tables.
@NullMarked
package dev.kept.adapters.dynamodb;

import org.jspecify.annotations.NullMarked;
