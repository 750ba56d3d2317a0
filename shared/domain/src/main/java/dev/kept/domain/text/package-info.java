/// Limits and checks of the texts and labels that clients send.
@NullMarked
package dev.kept.domain.text;

import org.jspecify.annotations.NullMarked;
