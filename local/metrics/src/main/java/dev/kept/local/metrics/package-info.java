/// The metrics in the functions' logs, as Prometheus reads them.
@NullMarked
package dev.kept.local.metrics;

import org.jspecify.annotations.NullMarked;
