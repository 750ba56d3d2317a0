/// What models may cost: amounts, whom they count for, and where they are counted.
@NullMarked
package dev.kept.domain.spending;

import org.jspecify.annotations.NullMarked;
