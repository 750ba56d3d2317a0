package dev.kept.benchmarks.learning;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Something labelled.
///
/// @param group examples of one group are held out together
/// @param outcome what it is
/// @param alsoRight other outcomes that may be defended
/// @param traits with how strongly each is there, 1 when it just is
/// @param times how often it counts
record Example(String group, String outcome, Set<String> alsoRight, Map<String, Double> traits, int times) {
    static final String NONE = "none";

    /// What was said in a conversation counts more than a sentence or a pair that was written by itself: it stands in
    /// the
    /// talk that gives it meaning.
    static final int OF_TALK = 3;

    static Map<String, Double> present(Set<String> traits) {
        return traits.stream().collect(Collectors.toMap(Function.identity(), _ -> 1.0));
    }

    /// @param prefix of the names of the traits to leave out
    Example without(String prefix) {
        Map<String, Double> rest = new HashMap<>(traits);
        rest.keySet().removeIf(trait -> trait.startsWith(prefix));
        return new Example(group, outcome, alsoRight, rest, times);
    }

    boolean isRight(String guess) {
        return guess.equals(outcome) || alsoRight.contains(guess);
    }
}
