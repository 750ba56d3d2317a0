package dev.kept.application.extraction;

import java.util.Locale;

/// What tells whether a newer statement takes the place of an older memory. Each is about 0 to 2; the weights stand in
/// `update-weights.properties`.
enum UpdateSign {
    /// Both were said in one sitting; people seldom change their mind within one.
    SAME_SITTING,
    /// Content words in common, up to six of them.
    WORDS_SHARED,
    /// Content words in common, of the shorter of the two closest clauses.
    CLAUSE_OVERLAP,
    /// Content words in common, of both of the two closest clauses.
    CLAUSE_LIKENESS,
    /// How much the newer one says.
    NEWER_LENGTH,
    /// How much the older one says.
    OLDER_LENGTH,
    /// A name of one is a word of the other.
    NAME_SHARED,
    /// The newer one speaks of a change.
    CHANGE,
    /// The newer one says that a thing of the older one is gone.
    GONE,
    /// Both tell a value of one kind, but not the same.
    VALUE,
    /// The same, of a kind as narrow as a time or an amount of one unit.
    VALUE_OF_KIND,
    /// The same, and words in common around it.
    VALUE_AND_WORDS,
    /// Both name technologies that do the same work, but others.
    COMPETES,
    /// Both are of one type.
    TYPE_SHARED,
    /// The older one is an error with its fix.
    OLDER_ERROR,
    NEWER_ERROR,
    /// The older one is code.
    OLDER_CODE,
    NEWER_CODE;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
