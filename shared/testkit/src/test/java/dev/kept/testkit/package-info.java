/// The fakes against the contracts of their ports.
@NullMarked
package dev.kept.testkit;

import org.jspecify.annotations.NullMarked;
