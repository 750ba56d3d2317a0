package dev.kept.benchmarks.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.memory.MemoryType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences as people say and ask them, from forms whose gaps are filled with words. The same random numbers give the
/// same sentences. A form has some thousands to some millions of fillings, so that nearly every sentence is new, and
/// words repeat as they do in the talk of one person.
record Grammar(
        Map<String, List<String>> words,
        List<String> turns,
        Map<String, List<String>> memories,
        List<String> questions) {
    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

    static Grammar bundled() {
        try (InputStream json = Objects.requireNonNull(Grammar.class.getResourceAsStream("grammar.json"))) {
            return new ObjectMapper().readValue(json, Grammar.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String turn(Random random) {
        return oneOrTwo(turns, random);
    }

    String memory(MemoryType type, Random random) {
        return oneOrTwo(forms(type), random);
    }

    private String oneOrTwo(List<String> forms, Random random) {
        String first = filled(forms, random);
        return random.nextInt(3) == 0 ? first + " " + filled(forms, random) : first;
    }

    String question(Random random) {
        return filled(questions, random);
    }

    private List<String> forms(MemoryType type) {
        return Objects.requireNonNull(memories.get(type.name().toLowerCase(Locale.ROOT)), type::name);
    }

    private String filled(List<String> forms, Random random) {
        return GAP.matcher(any(forms, random))
                .replaceAll(gap -> Matcher.quoteReplacement(
                        any(Objects.requireNonNull(words.get(gap.group(1)), gap.group(1)), random)));
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
