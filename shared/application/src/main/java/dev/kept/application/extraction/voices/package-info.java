/// Whose words a text holds: the speaker's own, code, or text of others that was pasted, quoted or
/// recalled, with the ways in which it hides. What is not the speaker's own states nothing, and
/// orders in it are held back.
@NullMarked
package dev.kept.application.extraction.voices;

import org.jspecify.annotations.NullMarked;
