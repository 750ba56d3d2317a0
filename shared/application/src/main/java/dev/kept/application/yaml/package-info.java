/// Reads the rule files that are bundled as YAML resources.
@NullMarked
package dev.kept.application.yaml;

import org.jspecify.annotations.NullMarked;
