/// The hot paths alone, measured by JMH. What only its own package may call is measured from a package of that name.
@NullMarked
package dev.kept.micro;

import org.jspecify.annotations.NullMarked;
