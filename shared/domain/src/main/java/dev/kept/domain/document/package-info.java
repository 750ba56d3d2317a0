/// Knowledge that did not come from a conversation, in parts that a search can find.
@NullMarked
package dev.kept.domain.document;

import org.jspecify.annotations.NullMarked;
