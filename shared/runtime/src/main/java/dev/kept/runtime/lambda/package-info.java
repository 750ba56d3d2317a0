/// How a function meets Lambda.
@NullMarked
package dev.kept.runtime.lambda;

import org.jspecify.annotations.NullMarked;
