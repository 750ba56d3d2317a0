/// How well search and context find what answers a question: conversations, metrics, and what is measured with them.
@NullMarked
package dev.kept.benchmarks.retrieval;

import org.jspecify.annotations.NullMarked;
