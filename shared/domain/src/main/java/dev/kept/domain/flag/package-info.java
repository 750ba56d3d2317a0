/// Parts that an operator can switch off while the system runs.
@NullMarked
package dev.kept.domain.flag;

import org.jspecify.annotations.NullMarked;
