/// Taking secrets out of text before it is queued, stored, indexed or logged.
@NullMarked
package dev.kept.application.redaction;

import org.jspecify.annotations.NullMarked;
