/// How figures are shown: Markdown tables, JSON files, charts.
@NullMarked
package dev.kept.benchmarks.report;

import org.jspecify.annotations.NullMarked;
