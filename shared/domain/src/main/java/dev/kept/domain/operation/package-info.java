/// Work that goes on after a reply, and how it went.
@NullMarked
package dev.kept.domain.operation;

import org.jspecify.annotations.NullMarked;
