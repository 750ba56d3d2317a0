/// What must hold for the template as a whole, and for the sample events beside it.
@NullMarked
package dev.kept.infra;

import org.jspecify.annotations.NullMarked;
