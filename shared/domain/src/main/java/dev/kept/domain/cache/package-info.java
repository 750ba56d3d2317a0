/// Copies at hand of what takes longer to read or to make.
@NullMarked
package dev.kept.domain.cache;

import org.jspecify.annotations.NullMarked;
