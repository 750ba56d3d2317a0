/// Sessions: starting, following, linking and ending them.
@NullMarked
package dev.kept.application.session;

import org.jspecify.annotations.NullMarked;
