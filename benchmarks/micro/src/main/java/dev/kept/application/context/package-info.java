/// Measures what only this package may call.
@NullMarked
package dev.kept.application.context;

import org.jspecify.annotations.NullMarked;
