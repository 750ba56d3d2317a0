package dev.kept.benchmarks.extraction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which kept memories say which expected ones, and a largest assignment of one to one between them.
///
/// A kept memory that says two expected ones is given the one that no other says, so that it is no duplicate. The
/// assignment grows along augmenting paths (Kuhn), those that fit best first.
final class Matching {
    /// @param predicted which kept memory says again
    /// @param expected what others say already
    record Duplicate(int predicted, int expected) {}

    private record Fit(boolean citesItsTurns, boolean isOfItsType, int groups) implements Comparable<Fit> {
        private static final Fit NONE = new Fit(false, false, 0);
        private static final Comparator<Fit> ORDER = Comparator.comparing(Fit::citesItsTurns)
                .thenComparing(Fit::isOfItsType)
                .thenComparingInt(Fit::groups);

        @Override
        public int compareTo(Fit other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<GoldMemory> expected;
    private final List<Predicted> predicted;
    private final List<List<Integer>> hits;
    private final Map<Integer, Integer> owners = new HashMap<>();
    private final List<Duplicate> duplicates = new ArrayList<>();

    Matching(List<GoldMemory> expected, List<Predicted> predicted) {
        this.expected = List.copyOf(expected);
        this.predicted = List.copyOf(predicted);
        this.hits = predicted.stream().map(this::hits).toList();
        IntStream.range(0, predicted.size())
                .filter(p -> !hits.get(p).isEmpty())
                .boxed()
                .sorted(Comparator.comparing(this::bestFit).reversed())
                .forEach(this::place);
    }

    /// The kept memories that say an expected one.
    List<Integer> saying(int gold) {
        return IntStream.range(0, predicted.size())
                .filter(p -> hits.get(p).contains(gold))
                .boxed()
                .toList();
    }

    /// The one that the expected one was assigned to, if any says it.
    Optional<Predicted> best(int gold) {
        return Optional.ofNullable(owners.get(gold))
                .or(() -> saying(gold).stream().findFirst())
                .map(predicted::get);
    }

    boolean says(int memory, int gold) {
        return hits.get(memory).contains(gold);
    }

    boolean saysAny(int memory) {
        return !hits.get(memory).isEmpty();
    }

    List<Duplicate> duplicates() {
        return List.copyOf(duplicates);
    }

    /// How many kept memories say more than one.
    int lumped() {
        return (int) hits.stream().filter(said -> said.size() > 1).count();
    }

    private List<Integer> hits(Predicted memory) {
        return IntStream.range(0, expected.size())
                .filter(gold -> memory.says(expected.get(gold)))
                .boxed()
                .toList();
    }

    private Fit fit(int memory, int gold) {
        Predicted one = predicted.get(memory);
        GoldMemory wanted = expected.get(gold);
        return new Fit(
                one.sharesATurnWith(wanted),
                wanted.isOfType(one.type()),
                wanted.terms().groups().size());
    }

    private Fit bestFit(int memory) {
        return hits.get(memory).stream()
                .map(gold -> fit(memory, gold))
                .max(Comparator.naturalOrder())
                .orElse(Fit.NONE);
    }

    private List<Integer> byFit(int memory) {
        return hits.get(memory).stream()
                .sorted(Comparator.comparing((Integer gold) -> fit(memory, gold))
                        .reversed())
                .toList();
    }

    private void place(int memory) {
        if (!place(memory, new HashSet<>())) {
            duplicates.add(new Duplicate(memory, byFit(memory).getFirst()));
        }
    }

    private boolean place(int memory, Collection<Integer> tried) {
        for (int gold : byFit(memory)) {
            if (tried.add(gold) && (!owners.containsKey(gold) || place(owners.get(gold), tried))) {
                owners.put(gold, memory);
                return true;
            }
        }
        return false;
    }
}
