/// Functions of a small system that shows what the local stack does with each kind of event.
@NullMarked
package dev.kept.local.stack.small;

import org.jspecify.annotations.NullMarked;
