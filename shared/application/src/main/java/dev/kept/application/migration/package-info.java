/// Versioned changes to what a template cannot define: applied in order, recorded, and rolled back.
@NullMarked
package dev.kept.application.migration;

import org.jspecify.annotations.NullMarked;
