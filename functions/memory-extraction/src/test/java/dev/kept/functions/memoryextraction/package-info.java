@NullMarked
package dev.kept.functions.memoryextraction;

import org.jspecify.annotations.NullMarked;
