/// Sessions and their turns: the evidence that memories rest on.
@NullMarked
package dev.kept.domain.session;

import org.jspecify.annotations.NullMarked;
