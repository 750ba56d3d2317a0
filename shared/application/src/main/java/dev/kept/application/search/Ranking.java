package dev.kept.application.search;

import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Puts the candidates of a question in order.
final class Ranking {
    /// A month-old record is worth half of a new one, as far as recency goes.
    private static final double HALF_LIFE_DAYS = 30;

    /// Votes that make the signal half of what it can be.
    private static final double HALF_FEEDBACK = 2;

    /// Ties are broken the same way on every machine. What was superseded comes after everything that still holds, so
    /// that it never stands above its successor.
    private static final Comparator<Ranked> ORDER = Comparator.comparing(
                    (Ranked ranked) -> ranked.item().status() == MemoryStatus.SUPERSEDED)
            .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
            .thenComparing(Comparator.comparing((Ranked ranked) -> ranked.item().occurredAt())
                    .reversed())
            .thenComparing(ranked -> ranked.item().kind())
            .thenComparing(ranked -> ranked.item().id());

    private final Question question;
    private final SearchMode mode;
    private final Instant today;
    private final int shortlisted;

    /// @param shortlisted candidates that come through by each of words and meaning
    Ranking(Question question, SearchMode mode, Instant now, int shortlisted) {
        this.question = question;
        this.mode = mode;
        // To the day: the same question gets the same answer, and a prompt cache its hit, all day long.
        this.today = now.truncatedTo(ChronoUnit.DAYS);
        this.shortlisted = shortlisted;
    }

    record Ranked(SearchRecord item, double score, Signals signals) {}

    List<Ranked> rank(List<Candidate> candidates) {
        Shortlist semantic = Shortlist.of(cosines(candidates), shortlisted);
        Shortlist keyword = Shortlist.of(keywordScores(candidates), shortlisted);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (semantic.holds(i) || keyword.holds(i)) {
                SearchRecord item = candidates.get(i).item();
                Signals signals = signals(item, semantic.score(i), keyword.score(i));
                ranked.add(new Ranked(item, RankingRecipe.of(mode).score(signals), signals));
            }
        }
        ranked.sort(ORDER);
        return ranked;
    }

    private double[] cosines(List<Candidate> candidates) {
        return candidates.stream()
                .mapToDouble(candidate -> mode == SearchMode.KEYWORD
                        ? Double.NaN
                        : candidate.cosine().orElse(Double.NaN))
                .toArray();
    }

    private double[] keywordScores(List<Candidate> candidates) {
        double[] scores = new KeywordScorer(
                        question.stems(),
                        candidates.stream().map(Candidate::item).toList())
                .scores();
        for (int i = 0; i < scores.length; i++) {
            boolean counts = scores[i] > 0 && mode != SearchMode.SEMANTIC;
            scores[i] = counts ? scores[i] : Double.NaN;
        }
        return scores;
    }

    private Signals signals(SearchRecord item, double semantic, double keyword) {
        return new Signals(semantic, keyword, recency(item), item.importance(), entity(item), feedback(item));
    }

    private double recency(SearchRecord item) {
        double days = Math.max(0, Duration.between(item.occurredAt(), today).toHours() / 24.0);
        return Math.pow(0.5, days / HALF_LIFE_DAYS);
    }

    private double entity(SearchRecord item) {
        boolean named =
                Stream.concat(item.speaker().stream(), item.entities().stream()).anyMatch(question::mentions);
        return named ? 1 : 0;
    }

    private static double feedback(SearchRecord item) {
        return item.feedback() / (Math.abs(item.feedback()) + HALF_FEEDBACK);
    }
}
