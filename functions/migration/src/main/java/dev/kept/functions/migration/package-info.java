/// Creates and changes what a template cannot.
@NullMarked
package dev.kept.functions.migration;

import org.jspecify.annotations.NullMarked;
