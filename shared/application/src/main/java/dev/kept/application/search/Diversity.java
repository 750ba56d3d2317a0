package dev.kept.application.search;

import dev.kept.application.search.Ranking.Ranked;
import dev.kept.domain.search.SearchRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells which results say nothing that a better one does not, so that they make room: a memory under the turn that it
/// was taken from, the same remark made twice.
///
/// Only what is contained word for word counts. What is nearly the same may differ in the one number that is asked for.
final class Diversity {
    /// Results that are looked at: more than any page shows at first.
    private static final int BEST = 40;

    /// What is repeated is told by the beginning of a text.
    private static final int CHARACTERS_MAX = 2_000;

    private final List<Set<String>> better = new ArrayList<>();

    private Diversity() {}

    /// @param ranked best first
    /// @return the same results in the same order, with the signal set
    static List<Ranked> marked(List<Ranked> ranked, RankingRecipe recipe) {
        Diversity diversity = new Diversity();
        List<Ranked> marked = new ArrayList<>(ranked);
        for (int i = 0; i < Math.min(BEST, ranked.size()); i++) {
            if (diversity.isRepetition(ranked.get(i).item())) {
                Signals signals = ranked.get(i).signals().with(Signal.REPETITION, 1);
                marked.set(i, new Ranked(ranked.get(i).item(), recipe.score(signals), signals));
            }
        }
        return marked;
    }

    private boolean isRepetition(SearchRecord item) {
        String content = item.content();
        Set<String> words =
                new HashSet<>(Words.stems(content.substring(0, Math.min(content.length(), CHARACTERS_MAX))));
        boolean repeats = !words.isEmpty()
                && content.length() <= CHARACTERS_MAX
                && better.stream().anyMatch(other -> other.containsAll(words));
        better.add(words);
        return repeats;
    }
}
