/// Takes turns in and reads them back.
@NullMarked
package dev.kept.functions.turns;

import org.jspecify.annotations.NullMarked;
