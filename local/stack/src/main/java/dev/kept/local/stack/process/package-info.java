/// Child JVMs: how they are started, watched, started again and ended.
@NullMarked
package dev.kept.local.stack.process;

import org.jspecify.annotations.NullMarked;
