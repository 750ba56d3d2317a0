package dev.kept.application.search;

import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Puts the candidates of a question in order: works out what speaks for each, and adds it up as the recipe says.
///
/// All signals but the cosine are worked out here, from the candidates alone. The recipe's weights are those of a
/// softmax over the candidates under which the known answers of open conversations are likeliest (ListNet with the
/// answers as the target), fitted with whole conversations held out: docs/search.md has the figures.
///
/// Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach (2007).
final class Ranking {
    /// A month-old record is worth half of a new one, as far as recency goes.
    private static final double HALF_LIFE_DAYS = 30;

    /// Votes that make the signal half of what it can be.
    private static final double HALF_FEEDBACK = 2;

    /// Characters that say as much as one passage can.
    private static final double SUBSTANCE_CHARACTERS = 400;

    /// Ties are broken the same way on every machine.
    private static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(Comparator.comparing((Ranked ranked) -> ranked.item().occurredAt())
                    .reversed())
            .thenComparing(ranked -> ranked.item().kind())
            .thenComparing(ranked -> ranked.item().id());

    private final Question question;
    private final SearchMode mode;
    private final Instant today;
    private final AskedPeriod period;
    private final int shortlisted;

    /// @param shortlisted candidates that come through by each of words and meaning
    Ranking(Question question, SearchMode mode, Instant now, int shortlisted) {
        this.question = question;
        this.mode = mode;
        // To the day: the same question gets the same answer, and a prompt cache its hit, all day long.
        this.today = now.truncatedTo(ChronoUnit.DAYS);
        this.period = AskedPeriod.in(question.text(), today);
        this.shortlisted = shortlisted;
    }

    record Ranked(SearchRecord item, double score, Signals signals) {}

    List<Ranked> rank(List<Candidate> candidates) {
        Measured measured = new Measured(candidates);
        RankingRecipe recipe = RankingRecipe.of(mode);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (measured.holds(i)) {
                SearchRecord item = candidates.get(i).item();
                Signals signals = measured.signals(i, item);
                ranked.add(new Ranked(item, recipe.score(signals), signals));
            }
        }
        ranked.sort(ORDER);
        List<Ranked> diverse = Diversity.marked(ranked, recipe);
        diverse.sort(ORDER);
        return diverse;
    }

    /// The signals that need all candidates side by side.
    private final class Measured {
        private final Shortlist semantic;
        private final Shortlist keyword;
        private final double[] own;
        private final double[] neighbourhood;
        private final double[] session;

        Measured(List<Candidate> candidates) {
            KeywordSignals words = new KeywordSignals(
                    question.stems(), candidates.stream().map(Candidate::item).toList());
            double[] scores = words.own();
            this.semantic = new Shortlist(cosines(candidates), shortlisted);
            this.keyword = new Shortlist(matching(scores), shortlisted);
            this.own = shares(scores);
            this.neighbourhood = shares(words.neighbourhood());
            this.session = shares(words.session());
        }

        boolean holds(int candidate) {
            return semantic.holds(candidate) || keyword.holds(candidate);
        }

        Signals signals(int candidate, SearchRecord item) {
            return Signals.of(signal -> switch (signal) {
                case SEMANTIC -> semantic.stretched(candidate);
                case KEYWORD -> own[candidate];
                case NEIGHBOURHOOD -> neighbourhood[candidate];
                case SESSION -> session[candidate];
                case SPEAKER -> yes(item.speaker().stream().anyMatch(question::mentions));
                case ENTITY -> yes(item.entities().stream().anyMatch(question::mentions));
                case TIME -> yes(period.holds(item.occurredAt()));
                case SUBSTANCE -> substance(item);
                case INQUIRY -> yes(item.content().stripTrailing().endsWith("?"));
                case RECENCY -> recency(item);
                case IMPORTANCE -> item.importance();
                case REPETITION -> 0;
                case FEEDBACK -> item.feedback() / (Math.abs(item.feedback()) + HALF_FEEDBACK);
            });
        }
    }

    private double[] cosines(List<Candidate> candidates) {
        return candidates.stream()
                .mapToDouble(candidate -> mode == SearchMode.KEYWORD
                        ? Double.NaN
                        : candidate.cosine().orElse(Double.NaN))
                .toArray();
    }

    /// Those that have a word of the question, where words count.
    private double[] matching(double[] scores) {
        return Arrays.stream(scores)
                .map(score -> score > 0 && mode != SearchMode.SEMANTIC ? score : Double.NaN)
                .toArray();
    }

    /// Of the best score.
    private static double[] shares(double[] scores) {
        double best = Arrays.stream(scores).max().orElse(0);
        return best > 0 ? Arrays.stream(scores).map(score -> score / best).toArray() : scores;
    }

    private double recency(SearchRecord item) {
        double days = Math.max(0, Duration.between(item.occurredAt(), today).toHours() / 24.0);
        return Math.pow(0.5, days / HALF_LIFE_DAYS);
    }

    /// A memory was judged worth keeping.
    private static double substance(SearchRecord item) {
        return item.kind() == Kind.MEMORY
                ? 1
                : Math.min(1, Math.log1p(item.content().length()) / Math.log1p(SUBSTANCE_CHARACTERS));
    }

    private static double yes(boolean it) {
        return it ? 1 : 0;
    }
}
