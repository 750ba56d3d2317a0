/// Keeps, previews, lists and removes documents.
@NullMarked
package dev.kept.functions.documents;

import org.jspecify.annotations.NullMarked;
