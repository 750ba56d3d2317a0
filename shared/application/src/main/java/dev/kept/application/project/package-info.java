/// Projects: switching what is done in one of them.
@NullMarked
package dev.kept.application.project;

import org.jspecify.annotations.NullMarked;
