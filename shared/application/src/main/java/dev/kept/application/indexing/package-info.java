/// Keeping the search index equal to the records: by the stream, by catching up, and by rebuilding it from nothing.
@NullMarked
package dev.kept.application.indexing;

import org.jspecify.annotations.NullMarked;
