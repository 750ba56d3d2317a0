/// The whole system used from outside, as clients, other systems and AWS itself would use it.
@NullMarked
package dev.kept.local.integration;

import org.jspecify.annotations.NullMarked;
