@NullMarked
package dev.kept.runtime.tracing;

import org.jspecify.annotations.NullMarked;
