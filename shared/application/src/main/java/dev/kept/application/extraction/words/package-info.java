/// What texts are cut into: words and marks, the classes of words, those that carry meaning, the
/// values that they tell. Phrases, in which rules are written, are looked for here. Every other
/// room reads words; this one knows none of them.
@NullMarked
package dev.kept.application.extraction.words;

import org.jspecify.annotations.NullMarked;
