package dev.kept.application.extraction.pipeline;

import com.google.re2j.Pattern;
import dev.kept.application.extraction.dates.SaidDates;
import dev.kept.application.extraction.names.Entity;
import dev.kept.application.extraction.words.ContentWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What turns say, to hold a sentence against that somebody else made of them.
///
/// Two rules. What cannot be said in other words (names, numbers, identifiers, paths) must occur letter for letter;
/// a number may be written out, a name be known under another one, a date be what "last Tuesday" meant. Of the other
/// words that carry meaning at least {@link #SHARE} must occur. Words are compared by their stem or their first five
/// letters, which meets "deployment" in "deploys". A model that makes something up trips over the first rule; one that
/// talks around the turns, over the second.
final class Evidence {
    /// With it 95% of gold-open's memories pass in their shortest wording, and none that belongs to
    /// another conversation (`./kept bench model`).
    static final double SHARE = 0.6;

    private static final int PREFIX = 5;
    private static final Pattern LITERAL = Pattern.compile(
            "[\\p{L}\\p{N}_@#$€£./\\\\:~+%-]*(?:[0-9]|[a-z][A-Z]|_|[\\p{L}\\p{N}][./\\\\:@][\\p{L}\\p{N}])[\\p{L}\\p{N}_@#$€£./\\\\:~+%-]*");
    private static final Pattern DATE = Pattern.compile("(?:19|20)[0-9]{2}(?:-[0-9]{2}(?:-[0-9]{2})?)?");
    private static final Pattern EDGE = Pattern.compile("^[./:~-]+|[./:-]+$");
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /// With these a memory reports; they stand for nothing that was said.
    private static final Set<String> REPORTING = ContentWords.of("user users prefer prefers preference decided decide"
            + " decision chose choose chosen team project wants want wanted likes should must says said fact called named"
            + " instead currently agreed agree settled keeps keep");

    private final String text;
    private final Set<String> words;
    private final Set<String> prefixes;
    private final SaidDates dates = new SaidDates();
    private final Set<String> speakers = new HashSet<>();

    Evidence(List<Transcript.Entry> cited) {
        this(cited, Transcript.Entry::evidence);
    }

    /// Code is not said: what a file says is not what its reader wants.
    static Evidence inWords(List<Transcript.Entry> cited) {
        return new Evidence(cited, Transcript.Entry::said);
    }

    private Evidence(List<Transcript.Entry> cited, Function<Transcript.Entry, String> said) {
        String all = cited.stream().map(said).collect(Collectors.joining("\n"));
        this.text = plain(all);
        this.words = meaning(all);
        this.prefixes = words.stream().map(Evidence::prefix).collect(Collectors.toUnmodifiableSet());
        cited.forEach(entry -> {
            dates.add(said.apply(entry), entry.day());
            entry.turn().utterance().speaker().ifPresent(name -> speakers.add(plain(name)));
        });
    }

    /// Whether all that a sentence names occurs: names under one of theirs, numbers, dates and identifiers as they are.
    ///
    /// @param named in the sentence
    boolean hasNames(String sentence, Collection<Entity> named) {
        if (!named.stream().allMatch(this::names)) {
            return false;
        }
        var literals = LITERAL.matcher(sentence);
        while (literals.find()) {
            String literal = EDGE.matcher(literals.group()).replaceAll("");
            boolean isName = named.stream().anyMatch(entity -> entity.name().contains(literal));
            if (!literal.isEmpty() && !isName && !hasLiteral(literal)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasLiteral(String literal) {
        return contains(literal)
                || (DATE.matcher(literal).matches() && dates.explain(literal))
                || isWrittenOut(literal)
                || (literal.indexOf('/') > 0
                        && List.of(literal.split("/", -1)).stream().allMatch(this::contains));
    }

    private boolean isWrittenOut(String literal) {
        return literal.matches("[0-9]{1,2}")
                && Integer.parseInt(literal) < NUMBERS.size()
                && contains(NUMBERS.get(Integer.parseInt(literal)));
    }

    private boolean names(Entity entity) {
        return says(entity.name())
                || hasLiteral(entity.name())
                || entity.aliases().stream().anyMatch(this::contains);
    }

    boolean says(String name) {
        return contains(name)
                || speakers.contains(plain(name))
                || (name.indexOf(' ') > 0
                        && List.of(name.split(" +", -1)).stream().allMatch(this::contains));
    }

    /// How much of what a sentence means was said.
    double share(String sentence) {
        Set<String> meant = new HashSet<>(meaning(sentence));
        meant.removeAll(REPORTING);
        long said = meant.stream().filter(this::isSaid).count();
        return meant.isEmpty() ? 0 : (double) said / meant.size();
    }

    private boolean isSaid(String word) {
        return words.contains(word)
                || (word.length() >= PREFIX && prefixes.contains(prefix(word)))
                || speakers.contains(word)
                || (word.matches("[0-9-]+") && dates.explain(word));
    }

    /// Not inside a longer word or number.
    private boolean contains(String said) {
        String sought = plain(said);
        for (int at = text.indexOf(sought); at >= 0 && !sought.isEmpty(); at = text.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            boolean starts = at == 0 || !joined(text.charAt(at - 1), sought.charAt(0));
            boolean ends = end == text.length() || !joined(sought.charAt(sought.length() - 1), text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean joined(char one, char next) {
        return Character.isLetterOrDigit(one)
                && Character.isLetterOrDigit(next)
                && !Character.isIdeographic(one)
                && !Character.isIdeographic(next);
    }

    /// Scripts without spaces are compared by pairs of characters.
    private static Set<String> meaning(String text) {
        Set<String> meaning = new HashSet<>();
        for (String word : ContentWords.of(text)) {
            if (word.codePoints().noneMatch(Character::isIdeographic)) {
                meaning.add(word);
                continue;
            }
            for (int i = 0; i + 1 < word.length(); i++) {
                meaning.add(word.substring(i, i + 2));
            }
        }
        return meaning;
    }

    private static String prefix(String word) {
        return word.length() <= PREFIX ? word : word.substring(0, PREFIX);
    }

    /// `1,000` is `1000`, and letters are small.
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("(?<=[0-9]),(?=[0-9]{3}(?:[^0-9]|$))", "");
    }
}
