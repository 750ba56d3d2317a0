package dev.kept.application.search;

import java.util.List;
import java.util.Set;

/// BM25 of texts against each other.
///
/// `k1` is low: turns are short, and one that says a word twice is not the less about it.
///
/// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
final class Bm25 {
    private static final double K1 = 0.9;

    private final Set<String> stems;
    private final double b;

    /// @param b how much a long text has to pay for its length, 0 to 1
    Bm25(Set<String> stems, double b) {
        this.stems = stems;
        this.b = b;
    }

    /// @return a score for each text, in order; 0 where no word matches
    double[] scores(List<WordCounts> texts) {
        double[] scores = new double[texts.size()];
        double average = texts.stream().mapToInt(WordCounts::length).average().orElse(1);
        for (String stem : stems.stream().sorted().toList()) {
            double rarity = rarity(stem, texts);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += rarity * saturated(texts.get(i), stem, average);
            }
        }
        return scores;
    }

    private static double rarity(String stem, List<WordCounts> texts) {
        long containing = texts.stream().filter(text -> text.count(stem) > 0).count();
        return Math.log(1 + (texts.size() - containing + 0.5) / (containing + 0.5));
    }

    private double saturated(WordCounts text, String stem, double averageLength) {
        double count = text.count(stem);
        return count == 0 ? 0 : count / (count + K1 * (1 - b + b * text.length() / averageLength));
    }
}
