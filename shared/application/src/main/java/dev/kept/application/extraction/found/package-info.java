/// What goes into a reader of turns and what comes out: the role `Extractor`, its input, and the
/// candidates, rejections, names, ties and retractions that it finds. Readers by rules and by a
/// model give the same; how they find it is not said here.
@NullMarked
package dev.kept.application.extraction.found;

import org.jspecify.annotations.NullMarked;
