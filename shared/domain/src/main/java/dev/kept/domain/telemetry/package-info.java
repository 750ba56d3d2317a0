/// What is measured of the work, in numbers that name nobody, and which trace the work belongs to.
@NullMarked
package dev.kept.domain.telemetry;

import org.jspecify.annotations.NullMarked;
