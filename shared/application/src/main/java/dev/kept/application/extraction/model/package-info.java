/// What a model is asked about turns, what it may answer, and what that may cost.
@NullMarked
package dev.kept.application.extraction.model;

import org.jspecify.annotations.NullMarked;
