/// Identifiers: records around opaque strings that sort by time of creation.
@NullMarked
package dev.kept.domain.id;

import org.jspecify.annotations.NullMarked;
