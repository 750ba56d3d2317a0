/// Versioned changes to what a template cannot define.
@NullMarked
package dev.kept.domain.migration;

import org.jspecify.annotations.NullMarked;
