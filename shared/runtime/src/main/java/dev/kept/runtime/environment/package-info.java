/// What a function finds in its environment.
@NullMarked
package dev.kept.runtime.environment;

import org.jspecify.annotations.NullMarked;
