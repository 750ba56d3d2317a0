/// Going through what is stored when more secrets are known.
@NullMarked
package dev.kept.domain.redaction;

import org.jspecify.annotations.NullMarked;
