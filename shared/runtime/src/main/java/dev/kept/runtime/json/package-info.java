/// JSON as the HTTP contract has it: strict on the way in, complete on the way out.
@NullMarked
package dev.kept.runtime.json;

import org.jspecify.annotations.NullMarked;
