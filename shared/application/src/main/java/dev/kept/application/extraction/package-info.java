/// The use cases of extraction: a session is read from its cursor on, or once more from its start,
/// and what is found is kept in one transaction with the cursor. How turns are read and how what
/// is found is held against what is known is said in the packages below; docs/extraction.md lists
/// them.
@NullMarked
package dev.kept.application.extraction;

import org.jspecify.annotations.NullMarked;
