/// The commands of ./kept.
@NullMarked
package dev.kept.local.stack.cli;

import org.jspecify.annotations.NullMarked;
