/// How long there is time.
@NullMarked
package dev.kept.domain.time;

import org.jspecify.annotations.NullMarked;
