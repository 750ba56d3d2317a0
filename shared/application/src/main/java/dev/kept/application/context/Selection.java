package dev.kept.application.context;

import dev.kept.domain.error.InvalidRequest;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// Chooses what stands in a context, and in which form.
///
/// The best text under a budget is a knapsack problem with two twists. What one passage is worth
/// depends on what else is there, since saying it twice helps nobody: such worth only falls as more
/// is chosen, it is submodular. And each candidate comes in several forms, of which at most one
/// stands: it starts with the shortest, and the step to a longer one is an item of its own, with the
/// worth and the length that it adds (the multiple-choice knapsack, taken greedily along its steps).
///
/// Taking each time what adds most, scaled by its length to a power, is within a constant of the
/// best choice (Lin and Bilmes, Multi-document Summarization via Budgeted Maximization of Submodular
/// Functions, 2010, and A Class of Submodular Functions for Document Summarization, 2011; their last
/// step, the comparison with the best single item, is left out, as no item may take more than a
/// fifth here). Because worth only falls, a candidate needs to be looked at again only when it comes
/// to the top (Minoux 1978). A pass of exchanges then mends what greed got wrong at the end, where a
/// small thing may have taken the place of a better one that was slightly too long.
///
/// Costs are counted line by line, which adds up to slightly more than the text costs, so there is
/// a second helping from what is left. In the end the whole text is counted, and whatever was
/// chosen last goes until it fits: the budget holds whatever the tokenizer does at the seams.
final class Selection {
    private static final int CUT_TOKENS_MIN = 24;
    private static final int EXCHANGES_TRIED = 16;
    /// Nothing is said in less.
    private static final int ITEM_TOKENS_MIN = 8;

    private static final Comparator<Contender> BEST_FIRST = Comparator.comparingDouble(Contender::gain)
            .reversed()
            .thenComparing(contender -> contender.candidate().section())
            .thenComparing(Contender::candidate, Candidate.OLDEST_FIRST);

    private final Recipe recipe;
    private final Page page;
    private final Wording wording;
    private final Contest contest;

    Selection(Recipe recipe, Page page, Wording wording, List<Candidate> candidates) {
        this.recipe = recipe;
        this.page = page;
        this.wording = wording;
        this.contest = new Contest(recipe, wording, candidates);
    }

    Selected choose() {
        Set<SectionName> all = EnumSet.allOf(SectionName.class);
        int shared = page.room();
        for (Recipe.Share share : recipe.shares()) {
            fill(share.sections(), (int) (share.part() * shared));
        }
        fill(all, page.room());
        page.recount(contest.chosen());
        fill(all, page.room());
        exchange();
        squeeze();
        trim();
        return contest.result();
    }

    private void fill(Set<SectionName> sections, int allowance) {
        PriorityQueue<Contender> queue = new PriorityQueue<>(BEST_FIRST);
        queue.addAll(contest.open(sections));
        int left = Math.min(allowance, page.room());
        while (!queue.isEmpty() && left >= ITEM_TOKENS_MIN) {
            Contender best = queue.remove();
            if (isHopeless(best, left)) {
                continue;
            }
            if (best.settle(contest.taken())) {
                queue.add(best);
            } else if (!contest.isMerged(best)) {
                int before = page.room();
                if (take(best, left) && best.next().isPresent()) {
                    queue.add(best);
                }
                left -= before - page.room();
            }
        }
    }

    /// Comparing is dearer than measuring. What is too long for an item is cut, so it stays.
    private boolean isHopeless(Contender contender, int left) {
        return !contender.isChosen()
                && left < page.itemTokensMax()
                && Costs.isHopeless(contender.shortest().text(), left);
    }

    private boolean take(Contender contender, int left) {
        Optional<Passage> passage =
                contender.next().flatMap(form -> worded(contender, form, left - page.cost(contender)));
        passage.ifPresent(text -> take(contender, text));
        return passage.isPresent();
    }

    private void take(Contender contender, Passage passage) {
        page.add(contender, passage);
        contest.take(contender, passage);
    }

    /// One item may take a fifth of the budget, so that a pasted page does not push everything else
    /// out: of what is longer even in its shortest form, the beginning stands.
    private Optional<Passage> worded(Contender contender, Form form, int left) {
        Candidate candidate = contender.candidate();
        int most = Math.min(page.itemTokensMax(), left);
        Optional<Passage> passage = wording.passage(candidate, form, most);
        boolean isToCut = passage.isEmpty()
                && !contender.isChosen()
                && most >= CUT_TOKENS_MIN
                && wording.passage(candidate, form, page.itemTokensMax()).isEmpty();
        return isToCut ? wording.cut(candidate, form, most) : passage;
    }

    /// Puts what is better in the place of what is worse, where only its length was in the way.
    private void exchange() {
        for (Contender better : losers()) {
            Optional<Passage> passage = wording.passage(better.candidate(), better.shortest(), page.itemTokensMax());
            passage.ifPresent(text -> worse(better, text).ifPresent(worse -> {
                page.remove(worse);
                contest.drop(worse);
                take(better, text);
            }));
        }
    }

    private List<Contender> losers() {
        List<Contender> first = contest.open(EnumSet.allOf(SectionName.class)).stream()
                .filter(contender -> !contender.isChosen())
                .sorted(BEST_FIRST)
                .limit(EXCHANGES_TRIED)
                .toList();
        first.forEach(contender -> contender.settle(contest.taken()));
        return first.stream().filter(contender -> contender.repeats().isEmpty()).toList();
    }

    /// The least worthy of the same section that makes enough room.
    private Optional<Contender> worse(Contender better, Passage passage) {
        int needed = page.cost(better) + passage.tokens() - page.room();
        return contest.taken().stream()
                .filter(chosen ->
                        chosen.candidate().section() == better.candidate().section())
                .filter(chosen -> chosen.tokens() >= needed && !chosen.isMergedInto())
                .min(Comparator.comparingDouble(Contender::worthNow))
                .filter(worst -> worst.worthNow() < better.worth(passage.form()));
    }

    /// What is left takes the beginning of something.
    private void squeeze() {
        for (Contender contender : losers()) {
            int left = Math.min(page.itemTokensMax(), page.room() - page.cost(contender));
            if (left >= CUT_TOKENS_MIN) {
                wording.cut(contender.candidate(), contender.shortest(), left)
                        .ifPresent(passage -> take(contender, passage));
            }
        }
    }

    /// What was chosen last goes until the rest fits, more at once while far too much is there:
    /// what a template of the user prints is only known once it is printed.
    private void trim() {
        page.recount(contest.chosen());
        while (page.room() < 0 && !contest.taken().isEmpty()) {
            int surplus = -page.room() / 2;
            do {
                Contender last = contest.taken().getLast();
                surplus -= last.tokens();
                contest.drop(last);
            } while (surplus > 0 && !contest.taken().isEmpty());
            page.recount(contest.chosen());
        }
        if (page.room() < 0) {
            throw new InvalidRequest("maxTokens", "must be more: the template alone takes more");
        }
    }
}
