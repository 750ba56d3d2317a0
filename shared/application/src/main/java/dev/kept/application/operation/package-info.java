/// Work that goes on after a reply: asking for it again.
@NullMarked
package dev.kept.application.operation;

import org.jspecify.annotations.NullMarked;
