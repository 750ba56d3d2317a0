/// Contexts: the text handed to an assistant, built under a token budget and stored with a version.
@NullMarked
package dev.kept.domain.context;

import org.jspecify.annotations.NullMarked;
