package dev.kept.application.extraction.names;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.extraction.Linguistics.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Names in a sentence: known technologies, words written like code, and capitalized words that are no ordinary words
/// at the start of a sentence.
public final class EntityFinder {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}_@#][\\p{L}\\p{N}_]*(?:[.+#&/'’-]+[\\p{L}\\p{N}_]+)*[+#]{0,2}");
    private static final Pattern CODE = Pattern.compile(
            "[a-z]+[A-Z]\\w*|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+|\\w+_\\w+|[\\w-]+\\.(?:ts|js|tsx|py|java|go|rs|kt|rb|cs|yaml|yml|json|toml|sql|sh|md)");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]{2,}(?:-[a-z0-9]+)+");
    private static final Pattern SMALL = Pattern.compile("[a-z][a-z0-9]{2,24}");
    private static final int UNKNOWN_ONE_IN = 6;
    private static final int TECHNOLOGY_WORDS = 3;

    private final Technologies technologies;
    private final Linguistics linguistics;
    private final Set<String> ordinary;
    private final Set<String> slugsThatAreWords;
    private final Set<String> personCues;
    private final Set<String> chatWords;

    public EntityFinder(ExtractionRules rules, Technologies technologies, Linguistics linguistics) {
        this.technologies = technologies;
        this.linguistics = linguistics;
        this.ordinary = rules.words("capitalized-but-no-name");
        this.slugsThatAreWords = rules.words("hyphenated-words");
        this.personCues = rules.words("person-cues");
        this.chatWords = rules.words("chat-spellings");
    }

    /// The technologies that it knows.
    public Technologies technologies() {
        return technologies;
    }

    private record Word(String text, int start, int end) {
        boolean isCapitalized() {
            return Character.isUpperCase(text.charAt(0));
        }
    }

    /// What a text names, each once, technologies first.
    public Collection<Entity> in(String text) {
        List<Word> words = words(text);
        Map<String, Entity> found = new LinkedHashMap<>();
        int i = 0;
        while (i < words.size()) {
            i = Math.max(i + 1, addTechnology(words, i, found));
        }
        addNames(text, words, found);
        for (Word word : words) {
            if (looksLikeCode(word.text()) && technologies.named(word.text()).isEmpty()) {
                found.putIfAbsent(word.text(), new Entity(word.text(), Entity.CODE, List.of()));
            }
        }
        addUnknown(words, found);
        return found.values();
    }

    /// Whether it names a known technology or something in code.
    public boolean namesTechnology(String text) {
        List<Word> words = words(text);
        Map<String, Entity> found = new LinkedHashMap<>();
        for (int i = 0; i < words.size() && found.isEmpty(); i++) {
            addTechnology(words, i, found);
        }
        return !found.isEmpty() || words.stream().anyMatch(word -> looksLikeCode(word.text()));
    }

    /// Words in small letters that English does not have, such as `sqlc` or `zerolog`: people write names of tools so.
    /// A text of which many words are unknown is not English.
    private void addUnknown(List<Word> words, Map<String, Entity> found) {
        List<String> unknown = words.stream()
                .map(word -> withoutPossessive(word.text()))
                .filter(word -> SMALL.matcher(word).matches())
                .filter(word -> !EnglishWords.contain(word) && !chatWords.contains(word) && !ordinary.contains(word))
                .filter(word -> technologies.named(word).isEmpty())
                .distinct()
                .toList();
        if (unknown.size() <= 1 + words.size() / UNKNOWN_ONE_IN) {
            unknown.forEach(word -> found.putIfAbsent(word, new Entity(word, Entity.NAME, List.of())));
        }
    }

    private boolean looksLikeCode(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return CODE.matcher(word).matches()
                || (word.startsWith("#") && word.length() > 2)
                || (SLUG.matcher(word).matches()
                        && !slugsThatAreWords.contains(lower)
                        && !slugsThatAreWords.contains(lower.substring(0, lower.indexOf('-')))
                        && !slugsThatAreWords.contains(lower.substring(lower.lastIndexOf('-') + 1)));
    }

    private int addTechnology(List<Word> words, int at, Map<String, Entity> found) {
        for (int length = Math.min(TECHNOLOGY_WORDS, words.size() - at); length > 0; length--) {
            String name =
                    words.subList(at, at + length).stream().map(Word::text).collect(Collectors.joining(" "));
            var technology = technologies.named(name).or(() -> technologies.named(withoutPossessive(name)));
            if (technology.isPresent()) {
                found.putIfAbsent(technology.get().name(), technology.get());
                return at + length;
            }
        }
        return at;
    }

    private void addNames(String text, List<Word> words, Map<String, Entity> found) {
        Set<String> properNouns = Set.of();
        int i = 0;
        while (i < words.size()) {
            int end = i;
            while (end < words.size() && isNamePart(words, i, end, text)) {
                end++;
            }
            if (end > i && startsSentence(text, words.get(i)) && end == i + 1) {
                properNouns = properNouns.isEmpty() ? properNouns(text) : properNouns;
                boolean introduced =
                        end < words.size() && text.startsWith(", ", words.get(i).end());
                boolean english =
                        EnglishWords.contain(withoutPossessive(words.get(i).text()));
                if (!introduced && english && !properNouns.contains(words.get(i).text())) {
                    i = end;
                    continue;
                }
            }
            if (end > i) {
                addName(words, i, end, found);
            }
            i = Math.max(end, i + 1);
        }
    }

    private void addName(List<Word> words, int from, int to, Map<String, Entity> found) {
        String name = withoutPossessive(
                words.subList(from, to).stream().map(Word::text).collect(Collectors.joining(" ")));
        if (name.length() < 2 || technologies.named(name).isPresent()) {
            return;
        }
        String kind =
                to < words.size() && personCues.contains(words.get(to).text().toLowerCase(Locale.ROOT))
                        ? Entity.PERSON
                        : Entity.NAME;
        found.putIfAbsent(name, new Entity(name, kind, List.of()));
    }

    private boolean isNamePart(List<Word> words, int first, int at, String text) {
        Word word = words.get(at);
        boolean adjacent = at == first
                || text.substring(words.get(at - 1).end(), word.start()).isBlank();
        String lower = word.text().toLowerCase(Locale.ROOT);
        boolean contraction = lower.startsWith("i'") || lower.equals("i");
        return word.isCapitalized() && adjacent && !contraction && !ordinary.contains(lower);
    }

    private Set<String> properNouns(String text) {
        return linguistics.tokens(text).stream()
                .filter(token -> token.partOfSpeech().equals("PROPN"))
                .map(Token::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean startsSentence(String text, Word word) {
        int before = word.start() - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 || ".!?:".indexOf(text.charAt(before)) >= 0;
    }

    private static String withoutPossessive(String name) {
        return name.endsWith("'s") || name.endsWith("’s") ? name.substring(0, name.length() - 2) : name;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start(), matcher.end()));
        }
        return words;
    }
}
