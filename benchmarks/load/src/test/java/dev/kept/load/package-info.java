@NullMarked
package dev.kept.load;

import org.jspecify.annotations.NullMarked;
