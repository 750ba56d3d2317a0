package dev.kept.application.context;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The room that a budget leaves while a text grows.
final class Page {
    /// Longer than any version will be, so that the next version of the same text takes no more.
    private static final int VERSION = 1_000_000;

    private static final int ITEM_TOKENS_MIN = 48;
    private static final int ITEM_TOKENS_MAX = 1_000;
    private static final int ITEMS_PER_BUDGET = 5;

    private final Layout layout;
    private final Costs costs;
    private final int tokensMax;
    private final Map<String, Integer> opened = new HashMap<>();
    private int room;

    Page(Layout layout, Costs costs, int tokensMax) {
        this.layout = layout;
        this.costs = costs;
        this.tokensMax = tokensMax;
        recount(List.of());
    }

    int room() {
        return room;
    }

    int itemTokensMax() {
        return Math.clamp(tokensMax / ITEMS_PER_BUDGET, ITEM_TOKENS_MIN, ITEM_TOKENS_MAX);
    }

    /// Counts the text as it is: its lines one by one count for more.
    void recount(List<Chosen> chosen) {
        room = tokensMax - costs.ofWhole(layout.text(chosen, VERSION));
    }

    /// What an item costs beside its own lines: heading and day when it is the first under them,
    /// less what it takes now.
    int cost(Contender contender) {
        if (contender.isChosen()) {
            return -contender.tokens();
        }
        Candidate candidate = contender.candidate();
        int heading = opened.containsKey(heading(candidate)) ? 0 : costOfSection(candidate.section());
        int day =
                opened.containsKey(day(candidate)) ? 0 : costs.of(layout.style().day(candidate));
        return heading + day;
    }

    void add(Contender contender, Passage passage) {
        room -= cost(contender) + passage.tokens();
        if (!contender.isChosen()) {
            count(contender.candidate(), 1);
        }
    }

    void remove(Contender contender) {
        room += contender.tokens();
        count(contender.candidate(), -1);
    }

    private void count(Candidate candidate, int more) {
        for (String line : List.of(heading(candidate), day(candidate))) {
            opened.merge(line, more, Integer::sum);
            opened.remove(line, 0);
        }
    }

    private int costOfSection(SectionName section) {
        return costs.of(layout.style().heading(section))
                + costs.of(layout.style().closing(section));
    }

    private static String heading(Candidate candidate) {
        return candidate.section().name();
    }

    private String day(Candidate candidate) {
        return candidate.section() + "\n" + layout.style().day(candidate);
    }
}
