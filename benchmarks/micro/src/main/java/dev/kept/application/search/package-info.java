/// Measures what only this package may call.
@NullMarked
package dev.kept.application.search;

import org.jspecify.annotations.NullMarked;
