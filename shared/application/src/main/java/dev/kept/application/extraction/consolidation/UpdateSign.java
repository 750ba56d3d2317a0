package dev.kept.application.extraction.consolidation;

import dev.kept.domain.memory.MemoryType;
import java.util.Locale;

/// What tells whether a newer statement takes the place of an older memory. Each is about 0 to 2; {@link UpdateWeights}
/// has their weights.
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
    /// How near the two are in meaning: the cosine of their vectors above 0.5, times four.
    NEARNESS,
    /// The same above 0.7, times eight: the near ones are told apart more finely.
    NEARNESS_HIGH,
    /// Which type the older one is of, one sign each.
    OLDER_FACT,
    OLDER_PREFERENCE,
    OLDER_CODE,
    OLDER_DECISION,
    OLDER_ERROR,
    OLDER_PATTERN,
    OLDER_ENTITY,
    /// Which type the newer one is of, one sign each.
    NEWER_FACT,
    NEWER_PREFERENCE,
    NEWER_CODE,
    NEWER_DECISION,
    NEWER_ERROR,
    NEWER_PATTERN,
    NEWER_ENTITY;

    static UpdateSign older(MemoryType type) {
        return valueOf("OLDER_" + type.name());
    }

    static UpdateSign newer(MemoryType type) {
        return valueOf("NEWER_" + type.name());
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
