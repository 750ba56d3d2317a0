@NullMarked
package dev.kept.local.lambda;

import org.jspecify.annotations.NullMarked;
