@NullMarked
package dev.kept.functions.extract;

import org.jspecify.annotations.NullMarked;
