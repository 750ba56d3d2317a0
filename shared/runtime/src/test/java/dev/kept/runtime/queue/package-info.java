@NullMarked
package dev.kept.runtime.queue;

import org.jspecify.annotations.NullMarked;
