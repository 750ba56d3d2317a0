package dev.kept.application.context;

import dev.kept.domain.context.Compression.Strategy;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The sentences that matter, in their order. People talk in turns of three sentences of which one
/// tells something: first go those that tell nothing (`Wow, that is great!`), then all but the best
/// two.
///
/// What makes a sentence good: words of the query, words of its neighbours in the turn (what a turn
/// is about it says more than once), names and numbers. It is extractive summarizing as old as Luhn
/// (The Automatic Creation of Literature Abstracts, 1958), which loses no fact to a wrong paraphrase
/// and costs microseconds.
record ToSentences(Sentences.Worth worth) implements Shortening {
    /// One sentence for each would show two points more of the evidence in 2,000 tokens, and lose six
    /// of the words of the answers.
    private static final int SENTENCES = 2;
    /// Below, nothing is gained but a puzzle.
    private static final int CHARACTERS_MIN = 40;

    private static final int CHARACTERS_READ = 8_000;
    private static final String GAP = " … ";

    @Override
    public List<Form> of(Candidate candidate) {
        String content = candidate.subject().content();
        boolean isProse = candidate
                .item()
                .map(SearchRecord::kind)
                .filter(kind -> kind != Kind.MEMORY)
                .isPresent();
        if (!isProse || content.length() < CHARACTERS_MIN) {
            return List.of();
        }
        List<String> sentences = Sentences.of(content.substring(0, Math.min(content.length(), CHARACTERS_READ)));
        return forms(content, sentences);
    }

    private List<Form> forms(String content, List<String> sentences) {
        double[] worths = worth.of(sentences);
        List<Integer> telling = IntStream.range(0, worths.length)
                .filter(i -> worths[i] > 0)
                .boxed()
                .toList();
        List<Integer> best = telling.stream()
                .sorted(Comparator.comparingDouble((Integer i) -> -worths[i]))
                .limit(SENTENCES)
                .sorted()
                .toList();
        List<Form> forms = new ArrayList<>();
        for (List<Integer> kept : List.of(telling, best)) {
            int shortest =
                    forms.isEmpty() ? content.length() : forms.getLast().text().length();
            String text = joined(sentences, kept);
            if (!text.isEmpty() && text.length() < shortest) {
                forms.add(Form.shorter(text, Strategy.EXTRACT, content));
            }
        }
        return forms;
    }

    private static String joined(List<String> sentences, List<Integer> kept) {
        StringBuilder text = new StringBuilder();
        int expected = kept.isEmpty() ? 0 : kept.getFirst();
        for (int place : kept) {
            text.append(text.isEmpty() ? "" : place == expected ? " " : GAP).append(sentences.get(place));
            expected = place + 1;
        }
        return text.toString();
    }
}
