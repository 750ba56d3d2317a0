@NullMarked
package dev.kept.local.metrics;

import org.jspecify.annotations.NullMarked;
