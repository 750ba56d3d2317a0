/// Reads the files that are bundled with the rules: tables, lists of words, weights and YAML.
@NullMarked
package dev.kept.application.bundled;

import org.jspecify.annotations.NullMarked;
