/// Measuring the steps of the work.
@NullMarked
package dev.kept.application.telemetry;

import org.jspecify.annotations.NullMarked;
