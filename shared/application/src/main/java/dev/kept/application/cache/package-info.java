/// Answering from copies where the record says that they are the current ones.
@NullMarked
package dev.kept.application.cache;

import org.jspecify.annotations.NullMarked;
