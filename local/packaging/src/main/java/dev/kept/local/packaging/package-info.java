/// What becomes of a function's classes before Lambda gets them.
@NullMarked
package dev.kept.local.packaging;

import org.jspecify.annotations.NullMarked;
