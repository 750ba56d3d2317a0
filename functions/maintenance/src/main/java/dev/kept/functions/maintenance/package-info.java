/// Does what the schedules ask for.
@NullMarked
package dev.kept.functions.maintenance;

import org.jspecify.annotations.NullMarked;
