/// How often a key may ask: limits, and where it is counted how much of them is left.
@NullMarked
package dev.kept.domain.rate;

import org.jspecify.annotations.NullMarked;
