/// The rules by which sentences are weighed: the bundled ones with users' own laid over them, and
/// the use case in which people keep their own. What the rules mean for a sentence is decided by
/// the finders.
@NullMarked
package dev.kept.application.extraction.rules;

import org.jspecify.annotations.NullMarked;
