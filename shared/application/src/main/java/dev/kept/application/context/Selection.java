package dev.kept.application.context;

import dev.kept.domain.context.TokenCounter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// Chooses what stands in a context.
///
/// The best text under a budget is a knapsack problem with a twist: what one passage is worth
/// depends on what else is there, since saying it twice helps nobody. Such worth only falls as more
/// is chosen (it is submodular), and taking whatever adds most per token each time comes close to
/// the best choice, in time that a request has. Because worth only falls, a candidate needs to be
/// looked at again only when it comes to the top: the lazy form of greedy choice (Minoux 1978).
///
/// Costs are counted line by line, which adds up to slightly more than the text costs, so there is
/// a second helping from what is left. In the end the whole text is counted, and whatever was
/// chosen last goes until it fits: the budget holds whatever the tokenizer does at the seams.
final class Selection {
    private static final int SHORTENED_TOKENS_MIN = 24;
    private static final int ITEM_TOKENS_MIN = 48;
    private static final int ITEM_TOKENS_MAX = 1_000;
    private static final int ITEMS_PER_BUDGET = 5;
    private static final Comparator<Contender> BEST_FIRST = Comparator.comparingDouble(Contender::worth)
            .reversed()
            .thenComparing(contender -> contender.candidate().section())
            .thenComparing(Contender::candidate, Candidate.OLDEST_FIRST);

    private final Layout layout;
    private final TokenCounter counter;
    private final Wording wording;
    private final int tokensMax;
    private final List<Contender> contenders;
    private final List<Contender> taken = new ArrayList<>();
    private final List<Chosen> chosen = new ArrayList<>();
    private final Set<String> opened = new HashSet<>();
    private final Map<String, Integer> costs = new HashMap<>();
    private int room;
    private boolean squeezing;

    Selection(Layout layout, TokenCounter counter, int tokensMax, List<Candidate> candidates) {
        this.layout = layout;
        this.counter = counter;
        this.wording = new Wording(counter);
        this.tokensMax = tokensMax;
        this.contenders = candidates.stream().map(Contender::new).toList();
    }

    /// @return in the order of choice
    List<Chosen> choose(Recipe recipe) {
        room = roomLeft();
        int shared = room;
        for (Recipe.Share share : recipe.shares()) {
            fill(share.sections(), (int) (share.part() * shared));
        }
        Set<SectionName> all = EnumSet.allOf(SectionName.class);
        fill(all, room);
        room = roomLeft();
        squeezing = true;
        fill(all, room);
        while (roomLeft() < 0 && !chosen.isEmpty()) {
            chosen.removeLast();
        }
        return List.copyOf(chosen);
    }

    /// Candidates that found no room; those that only repeat what is there do not count.
    int omitted() {
        long fresh = contenders.stream()
                .filter(contender -> !contender.isChosen() && !contender.isRepetition())
                .count();
        return (int) fresh + taken.size() - chosen.size();
    }

    private int roomLeft() {
        return tokensMax - counter.count(layout.text(chosen));
    }

    private void fill(Set<SectionName> sections, int allowance) {
        PriorityQueue<Contender> queue = new PriorityQueue<>(BEST_FIRST);
        for (Contender contender : contenders) {
            if (!contender.isChosen() && sections.contains(contender.candidate().section())) {
                contender.compare(taken);
                queue.add(contender);
            }
        }
        int left = Math.min(allowance, room);
        while (!queue.isEmpty()) {
            Contender best = queue.remove();
            if (best.compare(taken)) {
                queue.add(best);
            } else if (!best.isRepetition()) {
                left -= take(best, left);
            }
        }
    }

    /// @return what it cost; 0 when it found no room
    private int take(Contender contender, int left) {
        Candidate candidate = contender.candidate();
        int opening = openingCost(candidate);
        Optional<Passage> passage = worded(candidate, left - opening);
        if (passage.isEmpty()) {
            return 0;
        }
        contender.choose();
        taken.add(contender);
        chosen.add(new Chosen(candidate, passage.get()));
        opened.add(candidate.section().heading());
        opened.add(dayKey(candidate));
        int cost = opening + passage.get().tokens();
        room -= cost;
        return cost;
    }

    /// One item may take a fifth of the budget, so that a pasted page does not push everything else
    /// out: it is shortened. What is short enough but finds no room is shortened only when nothing
    /// whole would fit any more.
    private Optional<Passage> worded(Candidate candidate, int left) {
        int itemMax = Math.clamp(tokensMax / ITEMS_PER_BUDGET, ITEM_TOKENS_MIN, ITEM_TOKENS_MAX);
        int most = Math.min(itemMax, left);
        Optional<Passage> whole = wording.whole(candidate, most);
        boolean isToShorten = whole.isEmpty()
                && most >= SHORTENED_TOKENS_MIN
                && (squeezing || wording.whole(candidate, itemMax).isEmpty());
        return isToShorten ? wording.shortened(candidate, most) : whole;
    }

    /// What the heading and the day cost when this is the first item under them.
    private int openingCost(Candidate candidate) {
        String heading = candidate.section().heading();
        int cost = opened.contains(heading) ? 0 : cost(heading);
        return opened.contains(dayKey(candidate)) ? cost : cost + cost(Layout.dayLine(candidate));
    }

    private int cost(String line) {
        return line.isEmpty() ? 0 : costs.computeIfAbsent(line, counter::count);
    }

    private static String dayKey(Candidate candidate) {
        return candidate.section() + Layout.dayLine(candidate);
    }
}
