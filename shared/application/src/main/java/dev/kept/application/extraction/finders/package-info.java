/// Looks for what is worth keeping in a window of turns: statements, proposals that were taken up,
/// fixes, code, and what is taken back. Each finder knows one kind of evidence; `Finders` is the
/// row of them and the door to this room.
@NullMarked
package dev.kept.application.extraction.finders;

import org.jspecify.annotations.NullMarked;
