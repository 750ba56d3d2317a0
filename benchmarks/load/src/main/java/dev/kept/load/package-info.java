/// Many users of Kept at once, played by Gatling.
@NullMarked
package dev.kept.load;

import org.jspecify.annotations.NullMarked;
