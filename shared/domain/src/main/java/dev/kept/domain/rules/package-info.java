/// Users' own rules of extraction: what they add to the bundled ones, and where that is kept.
@NullMarked
package dev.kept.domain.rules;

import org.jspecify.annotations.NullMarked;
