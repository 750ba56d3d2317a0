@NullMarked
package dev.kept.functions.memories;

import org.jspecify.annotations.NullMarked;
