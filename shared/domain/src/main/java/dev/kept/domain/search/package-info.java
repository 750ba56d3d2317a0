/// Searching memories and turns: what is searchable, the index, and the freshness overlay.
@NullMarked
package dev.kept.domain.search;

import org.jspecify.annotations.NullMarked;
