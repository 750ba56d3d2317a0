/// The one family of failures that cross module borders; they carry ids and field names, never content.
@NullMarked
package dev.kept.domain.error;

import org.jspecify.annotations.NullMarked;
