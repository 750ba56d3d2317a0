@NullMarked
package dev.kept.runtime.json;

import org.jspecify.annotations.NullMarked;
