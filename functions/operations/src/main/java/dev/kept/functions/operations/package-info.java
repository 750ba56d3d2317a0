/// Tells how far work is that goes on after a reply.
@NullMarked
package dev.kept.functions.operations;

import org.jspecify.annotations.NullMarked;
