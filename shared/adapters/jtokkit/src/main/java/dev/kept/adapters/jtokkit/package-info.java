/// Counts tokens with a real tokenizer and a margin for models whose own is not public.
@NullMarked
package dev.kept.adapters.jtokkit;

import org.jspecify.annotations.NullMarked;
