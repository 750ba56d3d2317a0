/// Reads template.yaml and its nested stacks, evaluated with local values, into records of what there is to run.
@NullMarked
package dev.kept.local.template;

import org.jspecify.annotations.NullMarked;
