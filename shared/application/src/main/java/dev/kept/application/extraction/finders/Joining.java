package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.domain.memory.MemoryType;
import java.util.Optional;
import java.util.Set;

/// Whether a sentence only goes on about the one before it, so that the two are one memory.
final class Joining {
    private static final double DECISIVE = 2;
    private static final int SENTENCES = 3;
    private static final int ITEMS = 8;
    private static final int BARE_WORDS = 6;
    private static final int ITEM_WORDS = 4;
    private static final int ASIDE_WORDS = 9;

    /// People state these in a few words without a verb: "named exports only".
    private static final Set<MemoryType> TERSE = Set.of(MemoryType.PREFERENCE, MemoryType.PATTERN);

    private final ExtractionRules rules;
    private final Leaning leaning;

    Joining(ExtractionRules rules, Leaning leaning) {
        this.rules = rules;
        this.leaning = leaning;
    }

    boolean joins(Sentence sentence, TypeScores own, Statement before) {
        Optional<String> heading = before.sentences().getLast().heading();
        if (sentence.heading().isPresent() || heading.isPresent()) {
            return heading.equals(sentence.heading())
                    && isShortItem(sentence)
                    && isShortItem(before.sentences().getLast())
                    && before.sentences().size() < ITEMS;
        }
        if (before.sentences().size() >= SENTENCES) {
            return false;
        }
        return rules.signals("refers-back", sentence.words())
                || before.isLead()
                || before.isBareAnswer()
                || isBare(sentence, own)
                || (rules.signals("goes-on", sentence.words()) && !changesSubject(own, before))
                || leaning.leans(sentence)
                || isAside(sentence, own);
    }

    private static boolean isShortItem(Sentence item) {
        return item.words().count() <= ITEM_WORDS && item.text().indexOf(':') < 0;
    }

    private static boolean isBare(Sentence sentence, TypeScores own) {
        int words = sentence.words().count();
        return words <= 2 || (words <= BARE_WORDS && own.strength() < 1);
    }

    /// "One machine less to look after."
    private boolean isAside(Sentence sentence, TypeScores own) {
        return sentence.words().count() <= ASIDE_WORDS && !TERSE.contains(own.best()) && leaning.isAside(sentence);
    }

    private static boolean changesSubject(TypeScores own, Statement before) {
        return own.strength() > DECISIVE
                && before.parts() > 0
                && !own.best().equals(before.scores().best());
    }
}
