/// Building contexts: what is recalled for a request, what of it is chosen under the token budget,
/// and how it is worded.
@NullMarked
package dev.kept.application.context;

import org.jspecify.annotations.NullMarked;
