/// Lists that are read a page at a time.
@NullMarked
package dev.kept.domain.page;

import org.jspecify.annotations.NullMarked;
