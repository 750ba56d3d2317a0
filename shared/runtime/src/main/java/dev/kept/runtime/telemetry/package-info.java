/// What a function says about its work: log lines, and metrics in CloudWatch's embedded format.
@NullMarked
package dev.kept.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
