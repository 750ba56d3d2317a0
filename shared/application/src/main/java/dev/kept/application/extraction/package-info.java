/// Finding what is worth keeping in turns, stage by stage, and comparing it with what is known.
@NullMarked
package dev.kept.application.extraction;

import org.jspecify.annotations.NullMarked;
