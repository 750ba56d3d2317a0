@NullMarked
package dev.kept.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
