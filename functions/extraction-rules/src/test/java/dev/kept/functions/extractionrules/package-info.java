@NullMarked
package dev.kept.functions.extractionrules;

import org.jspecify.annotations.NullMarked;
