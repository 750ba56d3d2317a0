package dev.kept.application.search;

import dev.kept.domain.search.SearchRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// BM25 over the candidates of one question.
///
/// The index finds candidates by its own BM25, but its statistics are those of a shard full of other owners, where the
/// user's own name is the rarest word of all; and records that it does not hold yet have no score there. So all
/// candidates are scored here, against each other: written a second or a year ago, with the index or without it, the
/// same record gets the same score. On conversations this ranks as well as statistics over the whole owner.
///
/// `k1` and `b` are low: turns are short, and one that says a word twice or runs long is not the less about it.
///
/// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
final class KeywordScorer {
    private static final double K1 = 0.9;
    private static final double B = 0.3;

    /// Characters of a record that are read: a pasted log must not cost the search its time.
    private static final int CHARACTERS_MAX = 20_000;

    private final Set<String> stems;
    private final List<Document> documents;
    private final double averageLength;

    KeywordScorer(Set<String> stems, List<SearchRecord> records) {
        this.stems = stems;
        this.documents = records.stream().map(this::read).toList();
        this.averageLength =
                documents.stream().mapToInt(Document::length).average().orElse(1);
    }

    /// @param counts how often it says each word of the question
    private record Document(int length, Map<String, Integer> counts) {
        boolean has(String stem) {
            return counts.containsKey(stem);
        }
    }

    /// @return a score for each record, in order; 0 where no word matches
    double[] scores() {
        double[] scores = new double[documents.size()];
        for (String stem : stems.stream().sorted().toList()) {
            long containing =
                    documents.stream().filter(document -> document.has(stem)).count();
            double rarity = Math.log(1 + (documents.size() - containing + 0.5) / (containing + 0.5));
            for (int i = 0; i < scores.length; i++) {
                scores[i] += rarity * saturated(documents.get(i), stem);
            }
        }
        return scores;
    }

    private double saturated(Document document, String stem) {
        double count = document.counts().getOrDefault(stem, 0);
        double relativeLength = document.length() / averageLength;
        return count == 0 ? 0 : count / (count + K1 * (1 - B + B * relativeLength));
    }

    private Document read(SearchRecord item) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> words = Words.stems(text(item));
        for (String word : words) {
            if (stems.contains(word)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return new Document(words.size(), counts);
    }

    /// The same fields as the index searches.
    private static String text(SearchRecord item) {
        String content = item.content();
        return String.join(
                " ",
                item.spoken(),
                content.substring(0, Math.min(content.length(), CHARACTERS_MAX)),
                String.join(" ", item.entities()),
                String.join(" ", item.tags()));
    }
}
