/// Fakes that keep the promises of the ports in memory, and fixtures in the words of the domain.
@NullMarked
package dev.kept.testkit;

import org.jspecify.annotations.NullMarked;
