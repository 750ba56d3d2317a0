/// Finds memories, turns and parts of documents.
@NullMarked
package dev.kept.functions.search;

import org.jspecify.annotations.NullMarked;
