@NullMarked
package dev.kept.architecture;

import org.jspecify.annotations.NullMarked;
