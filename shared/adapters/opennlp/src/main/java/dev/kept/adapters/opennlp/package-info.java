/// English sentences, tokens, parts of speech and lemmas from Apache OpenNLP's own models.
@NullMarked
package dev.kept.adapters.opennlp;

import org.jspecify.annotations.NullMarked;
