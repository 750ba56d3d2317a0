/// Records of the domain as the HTTP contract shows them.
@NullMarked
package dev.kept.runtime.view;

import org.jspecify.annotations.NullMarked;
