@NullMarked
package dev.kept.functions.operations;

import org.jspecify.annotations.NullMarked;
