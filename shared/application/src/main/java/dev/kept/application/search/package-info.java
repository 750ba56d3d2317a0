/// Finding memories and turns: candidates, freshness overlay, fusion and ranking, each stage its own small thing.
@NullMarked
package dev.kept.application.search;

import org.jspecify.annotations.NullMarked;
