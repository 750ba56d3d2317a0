package dev.kept.application.extraction.finders;

import dev.kept.application.bundled.BundledText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much each trait of a text speaks for each of some outcomes: a logistic regression that
/// `./kept bench fit-extraction` fits on labelled conversations and stores as a table, one line a trait.
final class FittedWeights {
    private static final String BASE = "(base)";

    private final List<String> outcomes;
    private final Map<String, float[]> rows = new HashMap<>();

    private FittedWeights(List<String> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /// @param file beside this class
    static FittedWeights read(String file) {
        // All lines: one of the traits is `#`.
        List<String> lines =
                BundledText.read(FittedWeights.class, file).text().lines().toList();
        List<String> head = cells(lines.getFirst());
        FittedWeights weights = new FittedWeights(head.subList(1, head.size()));
        lines.stream().skip(1).map(FittedWeights::cells).forEach(weights::add);
        return weights;
    }

    /// The column of an outcome.
    int column(String outcome) {
        return outcomes.indexOf(outcome);
    }

    /// Log-odds of the outcomes, in the order of the columns; of several, up to a common summand.
    double[] odds(Set<String> traits) {
        double[] sums = new double[outcomes.size()];
        addTo(sums, BASE);
        traits.forEach(trait -> addTo(sums, trait));
        return sums;
    }

    private void addTo(double[] sums, String trait) {
        float[] row = rows.get(trait);
        if (row != null) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i];
            }
        }
    }

    private void add(List<String> cells) {
        float[] row = new float[outcomes.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = Float.parseFloat(cells.get(i + 1));
        }
        rows.put(cells.getFirst(), row);
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t", -1));
    }
}
