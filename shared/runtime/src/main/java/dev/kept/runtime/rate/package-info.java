/// How often a key may ask: counted here from tokens that are drawn in advance, so that hardly a request waits for it.
@NullMarked
package dev.kept.runtime.rate;

import org.jspecify.annotations.NullMarked;
