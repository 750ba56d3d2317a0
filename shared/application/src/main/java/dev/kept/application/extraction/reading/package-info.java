/// Makes of a turn what finders look at: redacted, each voice apart, in sentences; with the turns
/// before it, as a window. How a sentence is worded as a memory, and what two statements have in
/// common, is told here as well.
@NullMarked
package dev.kept.application.extraction.reading;

import org.jspecify.annotations.NullMarked;
