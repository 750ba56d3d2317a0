/// Keeping documents: cut into chunks that mean something by themselves, kept once, replaced by their uri.
@NullMarked
package dev.kept.application.document;

import org.jspecify.annotations.NullMarked;
