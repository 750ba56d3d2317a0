/// Work that a schedule asks for: ending idle sessions, and finding what fell behind.
@NullMarked
package dev.kept.application.maintenance;

import org.jspecify.annotations.NullMarked;
