/// Spans of the work, sent to whoever collects them by OTLP. Where nobody does, nothing of OpenTelemetry is loaded.
@NullMarked
package dev.kept.runtime.tracing;

import org.jspecify.annotations.NullMarked;
