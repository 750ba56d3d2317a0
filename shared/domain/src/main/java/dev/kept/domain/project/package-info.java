/// Projects: what an owner set for one of them.
@NullMarked
package dev.kept.domain.project;

import org.jspecify.annotations.NullMarked;
