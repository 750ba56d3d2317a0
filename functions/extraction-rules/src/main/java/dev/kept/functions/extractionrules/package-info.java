/// Users' own rules of extraction: shows them, tries them, keeps them.
@NullMarked
package dev.kept.functions.extractionrules;

import org.jspecify.annotations.NullMarked;
