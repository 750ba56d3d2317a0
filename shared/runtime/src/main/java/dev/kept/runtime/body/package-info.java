/// Bodies that several functions take, over HTTP or in a submission.
@NullMarked
package dev.kept.runtime.body;

import org.jspecify.annotations.NullMarked;
