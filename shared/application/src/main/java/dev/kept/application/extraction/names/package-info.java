/// Whom and what sentences name, by known technologies, spelling and grammar, and the ties between
/// them that a sentence states. What is found here are words of one sentence; the graph is made of
/// them elsewhere.
@NullMarked
package dev.kept.application.extraction.names;

import org.jspecify.annotations.NullMarked;
