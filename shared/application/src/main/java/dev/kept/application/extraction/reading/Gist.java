package dev.kept.application.extraction.reading;

import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.application.extraction.words.Values;
import dev.kept.application.extraction.words.Words;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a statement is about, for comparing it with another: the words that carry meaning, of the whole and of each
/// clause, its names, and its values by kind.
///
/// @param words stems of the content words
/// @param clauses the stems of each clause; at least one
/// @param names stems of the words written with a capital letter
/// @param values e.g. `time` of `9:30`, or the amounts that stand before one unit
/// @param tokens in order, for looking at what is said of a word
/// @param dates that were written beside "yesterday" and the like; they are no words of the statement
public record Gist(
        Set<String> words,
        List<Set<String>> clauses,
        Set<String> names,
        Map<String, Set<String>> values,
        List<String> tokens,
        Set<String> dates) {
    private static final Pattern FENCED = Pattern.compile("```[^`]{0,4000}(?:```|$)");
    private static final Pattern CLAUSE_END = Pattern.compile("[.;!?]\\s+|\\n|: |, (?=and |but |so )");
    private static final int CLAUSES_MAX = 12;
    private static final int SHORTEST_CLAUSE = 8;

    public Gist {
        clauses = List.copyOf(clauses);
        tokens = List.copyOf(tokens);
        dates = Set.copyOf(dates);
    }

    /// What a memory's content is about, without the dates that were added to it.
    public static Gist of(String content) {
        String text = Dating.undated(content);
        String prose = FENCED.matcher(text).replaceAll(" ");
        List<Set<String>> clauses = Arrays.stream(CLAUSE_END.split(prose, -1))
                .filter(clause -> clause.strip().length() > SHORTEST_CLAUSE)
                .limit(CLAUSES_MAX)
                .map(ContentWords::withParts)
                .toList();
        Set<String> words = ContentWords.withParts(text);
        return new Gist(
                words,
                clauses.isEmpty() ? List.of(words) : clauses,
                names(prose),
                Values.in(prose),
                Words.of(prose).tokens(),
                Dating.dates(content));
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (String word : text.split("[^\\p{L}\\p{N}.'_-]+", -1)) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                names.addAll(ContentWords.withParts(word));
            }
        }
        return names;
    }

    /// Kinds of values that both tell, but differently.
    public List<String> differingValues(Gist other) {
        return values.entrySet().stream()
                .filter(kind -> other.values.containsKey(kind.getKey()))
                .filter(kind -> !kind.getValue().equals(other.values.get(kind.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How many words two sets have in common.
    public static long shared(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).count();
    }
}
