/// Brings changes of the record into the search index.
@NullMarked
package dev.kept.functions.indexer;

import org.jspecify.annotations.NullMarked;
