@NullMarked
package dev.kept.local.packaging;

import org.jspecify.annotations.NullMarked;
