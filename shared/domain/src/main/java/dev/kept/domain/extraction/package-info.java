/// Finding memories in turns: the commit of a run, and the seams to language tools and models.
@NullMarked
package dev.kept.domain.extraction;

import org.jspecify.annotations.NullMarked;
