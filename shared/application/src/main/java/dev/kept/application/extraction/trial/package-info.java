/// Reads turns and keeps nothing, to show what would be kept: by the rules that apply, and by
/// rules before they are kept.
@NullMarked
package dev.kept.application.extraction.trial;

import org.jspecify.annotations.NullMarked;
