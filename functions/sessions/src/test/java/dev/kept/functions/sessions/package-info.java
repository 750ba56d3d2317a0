@NullMarked
package dev.kept.functions.sessions;

import org.jspecify.annotations.NullMarked;
