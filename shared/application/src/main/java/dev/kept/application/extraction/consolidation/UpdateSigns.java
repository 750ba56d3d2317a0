package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.names.Technologies;
import dev.kept.application.extraction.reading.Gist;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.application.extraction.words.Values;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.memory.MemoryType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the signs of an update off two statements.
final class UpdateSigns {
    private static final double WORDS_MAX = 6;
    private static final double WORDS_SCALE = 3;
    private static final double LENGTH_SCALE = 20;
    private static final double CLAUSE_WORDS_SCALE = 10;
    private static final int GONE_REACH = 3;

    private final ExtractionRules rules;
    private final Technologies technologies;

    UpdateSigns(ExtractionRules rules, Technologies technologies) {
        this.rules = rules;
        this.technologies = technologies;
    }

    /// One side of a comparison.
    ///
    /// @param gist of the content
    /// @param entities canonical names
    record Said(MemoryType type, String content, Gist gist, List<String> entities) {}

    Map<UpdateSign, Double> of(Said older, Said newer, boolean oneSitting) {
        Map<UpdateSign, Double> signs = new EnumMap<>(UpdateSign.class);
        signs.put(UpdateSign.SAME_SITTING, number(oneSitting));
        Closest closest = Closest.of(older.gist(), newer.gist());
        addWords(older.gist(), newer.gist(), signs);
        signs.put(UpdateSign.CLAUSE_OVERLAP, closest.overlap());
        signs.put(UpdateSign.CLAUSE_LIKENESS, closest.likeness());
        addValues(older.gist().differingValues(newer.gist()), closest, signs);
        signs.put(UpdateSign.CHANGE, number(speaksOfChange(newer.gist())));
        signs.put(UpdateSign.GONE, number(isGone(older.gist().words(), newer.gist())));
        signs.put(UpdateSign.COMPETES, number(competes(older, newer)));
        signs.put(UpdateSign.TYPE_SHARED, number(older.type() == newer.type()));
        signs.put(UpdateSign.older(older.type()), 1.0);
        signs.put(UpdateSign.newer(newer.type()), 1.0);
        return signs;
    }

    boolean speaksOfChange(Gist newer) {
        return rules.signals("changes", new Words(newer.tokens()));
    }

    private static double number(boolean sign) {
        return sign ? 1 : 0;
    }

    private static void addWords(Gist older, Gist newer, Map<UpdateSign, Double> signs) {
        double shared = Gist.shared(older.words(), newer.words());
        signs.put(UpdateSign.WORDS_SHARED, Math.min(WORDS_MAX, shared) / WORDS_SCALE);
        signs.put(UpdateSign.NEWER_LENGTH, newer.words().size() / LENGTH_SCALE);
        signs.put(UpdateSign.OLDER_LENGTH, older.words().size() / LENGTH_SCALE);
        signs.put(UpdateSign.NAME_SHARED, number(Gist.shared(older.names(), newer.words()) > 0));
    }

    private static void addValues(List<String> differing, Closest closest, Map<UpdateSign, Double> signs) {
        signs.put(UpdateSign.VALUE, number(!differing.isEmpty()));
        signs.put(UpdateSign.VALUE_OF_KIND, number(differing.stream().anyMatch(kind -> !kind.equals(Values.AMOUNT))));
        signs.put(UpdateSign.VALUE_AND_WORDS, differing.isEmpty() ? 0 : closest.shared() / CLAUSE_WORDS_SCALE);
    }

    /// The two clauses that have most in common.
    private record Closest(double shared, double overlap, double likeness) {
        static Closest of(Gist older, Gist newer) {
            Closest best = new Closest(0, 0, 0);
            for (Set<String> one : older.clauses()) {
                for (Set<String> other : newer.clauses()) {
                    Closest pair = of(one, other);
                    best = pair.rank() > best.rank() ? pair : best;
                }
            }
            return best;
        }

        private static Closest of(Set<String> one, Set<String> other) {
            double shared = Gist.shared(one, other);
            int smaller = Math.min(one.size(), other.size());
            return shared == 0
                    ? new Closest(0, 0, 0)
                    : new Closest(shared, shared / smaller, shared / (one.size() + other.size() - shared));
        }

        double rank() {
            return overlap * Math.min(WORDS_MAX, shared);
        }
    }

    /// "Mirror's out", "no more Humble", "the annealing is gone".
    private boolean isGone(Set<String> things, Gist newer) {
        List<String> tokens = newer.tokens();
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (isThing(tokens.get(i), things)) {
                Words after = new Words(tokens.subList(i + 1, Math.min(tokens.size(), i + 1 + GONE_REACH)));
                Words before = new Words(tokens.subList(Math.max(0, i - GONE_REACH), i));
                if (rules.signals("gone-after", after) || rules.signals("gone-before", before)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isThing(String token, Set<String> things) {
        return token.length() > 2 && things.contains(ContentWords.stem(token));
    }

    /// A database for a database, a queue for a queue.
    private boolean competes(Said older, Said newer) {
        boolean replaced = older.entities().stream()
                .anyMatch(old -> newer.entities().stream().anyMatch(name -> technologies.compete(name, old)));
        return replaced && newer.entities().stream().noneMatch(older.entities()::contains);
    }
}
