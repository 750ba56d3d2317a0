/// Embedding texts, each once: by the model of the deployment, with what was made before kept at hand.
@NullMarked
package dev.kept.application.embedding;

import org.jspecify.annotations.NullMarked;
