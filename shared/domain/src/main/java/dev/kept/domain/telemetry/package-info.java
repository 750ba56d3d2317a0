/// What is measured of the work, in numbers that name nobody.
@NullMarked
package dev.kept.domain.telemetry;

import org.jspecify.annotations.NullMarked;
