/// Measures what only this package may call.
@NullMarked
package dev.kept.adapters.jtokkit;

import org.jspecify.annotations.NullMarked;
