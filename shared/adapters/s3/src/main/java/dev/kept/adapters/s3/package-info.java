/// Content that is too large for a table item, in the archive bucket.
@NullMarked
package dev.kept.adapters.s3;

import org.jspecify.annotations.NullMarked;
