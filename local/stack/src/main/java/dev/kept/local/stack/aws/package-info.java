/// The few calls of AWS's APIs that the supervisor makes, over plain HTTP: an SDK would take longer to load than all of
/// them.
@NullMarked
package dev.kept.local.stack.aws;

import org.jspecify.annotations.NullMarked;
