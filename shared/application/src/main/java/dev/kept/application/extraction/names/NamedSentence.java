package dev.kept.application.extraction.names;

import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.extraction.Linguistics.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words of a text, with the names and the things that begin at each of them.
final class NamedSentence {
    private static final Set<String> BEFORE_THINGS = Set.of(
            "the", "a", "an", "our", "my", "your", "his", "her", "their", "its", "all", "this", "that", "these",
            "some");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "who");
    private static final Set<String> DESCRIBING = Set.of("ADJ", "NOUN", "PROPN", "NUM");
    private static final Set<String> NAMING = Set.of("NOUN", "PROPN");
    private static final int THING_WORDS = 4;
    private static final Pattern CONTRACTION =
            Pattern.compile("(\\p{L}+?)((?:n['\u2019]t)|['\u2019](?:s|re|m|ve|d|ll))");

    private final List<Token> tokens;
    private final Map<Integer, Span> names;

    private NamedSentence(List<Token> tokens, Map<Integer, Span> names) {
        this.tokens = tokens;
        this.names = names;
    }

    /// What begins at a word.
    ///
    /// @param kind of the entity; empty for a thing without a name
    /// @param end the first word behind it
    record Span(String text, Optional<String> kind, int end) {
        boolean isNamed() {
            return kind.isPresent();
        }

        /// Whether a person or a team may be called so: it is written as names are, and no word of the language.
        boolean mayBeSomebody() {
            return (is(Entity.PERSON) || is(Entity.NAME)) && isWrittenAsAName();
        }

        boolean is(String wanted) {
            return kind.filter(wanted::equals).isPresent();
        }

        private boolean isWrittenAsAName() {
            boolean capital = Character.isUpperCase(text.charAt(0));
            boolean acronym = text.equals(text.toUpperCase(Locale.ROOT));
            return capital && !acronym && (text.indexOf(' ') > 0 || !EnglishWords.contain(text));
        }

        boolean isTechnical() {
            return is(Entity.TECHNOLOGY) || is(Entity.CODE);
        }
    }

    static NamedSentence of(String text, Collection<Entity> named, Linguistics linguistics) {
        List<Token> tokens = linguistics.tokens(text).stream()
                .flatMap(token -> parts(token).stream())
                .toList();
        return new NamedSentence(tokens, names(text, tokens, named));
    }

    /// "she's" is somebody and a verb.
    private static List<Token> parts(Token token) {
        Matcher contraction = CONTRACTION.matcher(token.text());
        if (!contraction.matches()) {
            return List.of(token);
        }
        String[] tags = (token.partOfSpeech() + "+AUX").split("\\+", -1);
        String second = contraction.group(2).replace('\u2019', '\'');
        return List.of(
                new Token(contraction.group(1), tags[0], contraction.group(1).toLowerCase(Locale.ROOT)),
                new Token(second, tags[1], second));
    }

    int size() {
        return tokens.size();
    }

    String word(int at) {
        return tokens.get(at).text().toLowerCase(Locale.ROOT);
    }

    boolean isWord(int at, Set<String> words) {
        return words.contains(word(at)) || words.contains(tokens.get(at).lemma());
    }

    boolean hasAny(Set<String> words) {
        return IntStream.range(0, size()).anyMatch(at -> isWord(at, words));
    }

    Optional<Span> nameAt(int at) {
        return Optional.ofNullable(names.get(at));
    }

    /// The somebody whom a pronoun means: the last one who was named before.
    Optional<Span> somebodyAt(int at) {
        if (!PRONOUNS.contains(word(at))) {
            return nameAt(at).filter(Span::mayBeSomebody);
        }
        for (int i = at - 1; i >= 0; i--) {
            Optional<Span> before = nameAt(i).filter(Span::mayBeSomebody);
            if (before.isPresent()) {
                return before.map(span -> new Span(span.text(), span.kind(), at + 1));
            }
        }
        return Optional.empty();
    }

    /// A name, or nouns with what describes them, without the article; of nouns the most first, for
    /// the last of them may be a verb.
    List<Span> thingsAt(int at) {
        int begin = at;
        while (begin < size() && BEFORE_THINGS.contains(word(begin))) {
            begin++;
        }
        if (begin == size()) {
            return List.of();
        }
        Optional<Span> name = nameAt(begin);
        return name.isPresent() ? List.of(name.get()) : nouns(begin);
    }

    /// "file" alone does not begin a thing in "the synonyms file".
    private boolean isInside(int at) {
        return at > 0 && DESCRIBING.contains(tokens.get(at - 1).partOfSpeech());
    }

    private List<Span> nouns(int begin) {
        List<Span> spans = new ArrayList<>();
        int end = begin;
        while (!isInside(begin) && end < size() && end - begin < THING_WORDS && describes(end, begin)) {
            end++;
            if (isNoun(end - 1)) {
                spans.addFirst(new Span(text(begin, end), Optional.empty(), end));
            }
        }
        return spans;
    }

    private boolean describes(int at, int begin) {
        boolean anotherName = at > begin && names.containsKey(at);
        return !anotherName && (DESCRIBING.contains(tokens.get(at).partOfSpeech()) || isNoun(at));
    }

    /// Matchmaking is a thing, whatever the tagger says.
    private boolean isNoun(int at) {
        Token token = tokens.get(at);
        return NAMING.contains(token.partOfSpeech())
                || (token.partOfSpeech().equals("VERB") && token.text().endsWith("ing"));
    }

    private String text(int begin, int end) {
        return String.join(
                " ", tokens.subList(begin, end).stream().map(Token::text).toList());
    }

    private static Map<Integer, Span> names(String text, List<Token> tokens, Collection<Entity> named) {
        int[] starts = starts(text, tokens);
        Map<Integer, Span> names = new HashMap<>();
        for (Entity entity : named) {
            Stream.concat(Stream.of(entity.name()), entity.aliases().stream()).forEach(name -> {
                Matcher matcher = said(name).matcher(text);
                while (matcher.find()) {
                    if (EnglishWords.contain(name) && isSmall(matcher.group())) {
                        continue;
                    }
                    int first = at(starts, matcher.start());
                    int end = at(starts, matcher.end() - 1) + 1;
                    Span span = new Span(entity.name(), Optional.of(entity.kind()), end);
                    names.merge(first, span, (one, other) -> one.end() >= other.end() ? one : other);
                }
            });
        }
        return names;
    }

    /// What is a word of the language, too, is no name in small letters: Make, not make.
    private static boolean isSmall(String said) {
        return said.equals(said.toLowerCase(Locale.ROOT));
    }

    private static Pattern said(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static int[] starts(String text, List<Token> tokens) {
        int[] starts = new int[tokens.size()];
        int from = 0;
        for (int i = 0; i < starts.length; i++) {
            int found = text.indexOf(tokens.get(i).text(), from);
            starts[i] = found < 0 ? from : found;
            from = found < 0 ? from : found + tokens.get(i).text().length();
        }
        return starts;
    }

    /// The word in which a character stands.
    private static int at(int[] starts, int offset) {
        int at = 0;
        while (at + 1 < starts.length && starts[at + 1] <= offset) {
            at++;
        }
        return at;
    }

    /// The names in their order.
    List<Span> named() {
        List<Span> all = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            nameAt(i).ifPresent(all::add);
        }
        return all;
    }
}
