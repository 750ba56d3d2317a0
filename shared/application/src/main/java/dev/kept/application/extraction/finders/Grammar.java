package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Sentence;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.extraction.Linguistics.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the parts of speech of a sentence tell.
final class Grammar {
    private static final Set<String> LEANING =
            Set.of("it", "its", "he", "him", "his", "she", "her", "they", "them", "their", "that", "those");
    private static final Set<String> IMPERSONAL =
            Set.of("take", "takes", "turn", "seem", "depend", "rain", "snow", "matter", "turns", "seems", "depends");
    private static final Set<String> CLAUSE = Set.of("to", "that", "if", "when", "how", "because");

    private final Linguistics linguistics;

    Grammar(Linguistics linguistics) {
        this.linguistics = linguistics;
    }

    /// Whether it says nothing of anything without the question that it answers.
    boolean isFragment(Sentence sentence) {
        List<Token> tokens = linguistics.tokens(sentence.text());
        boolean subject = tokens.stream().anyMatch(token -> isAny(token, "NOUN", "PROPN", "PRON"));
        boolean verb = tokens.stream().anyMatch(token -> isAny(token, "VERB", "AUX"));
        return !subject || !verb;
    }

    /// Without a verb but for "to look after".
    boolean isVerbless(Sentence sentence) {
        List<Token> tokens = linguistics.tokens(sentence.text());
        for (int i = 0; i < tokens.size(); i++) {
            boolean infinitive = i > 0 && tokens.get(i - 1).text().equalsIgnoreCase("to");
            if (isAny(tokens.get(i), "VERB", "AUX") && !infinitive) {
                return false;
            }
        }
        return true;
    }

    /// The pronoun for something that was named before this sentence: nothing in it stands before the pronoun that it
    /// could mean. "It takes long to build" means nothing in particular.
    Optional<String> pronoun(Sentence sentence) {
        if (sentence.words().tokens().stream().noneMatch(Grammar::mayLean)) {
            return Optional.empty();
        }
        List<Token> tokens = linguistics.tokens(sentence.text());
        for (int i = 0; i < tokens.size(); i++) {
            String word = plain(tokens.get(i).text());
            boolean clause =
                    i > 0 && !LEANING.contains(word) && (isAny(tokens.get(i), "SCONJ") || CLAUSE.contains(word));
            if (clause || isAny(tokens.get(i), "NOUN", "PROPN", "NUM")) {
                return Optional.empty();
            }
            if (LEANING.contains(word)
                    && !tokens.get(i).text().startsWith("IT")
                    && isPronoun(tokens, i)
                    && !isOfNothing(tokens, i)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean mayLean(String word) {
        return LEANING.contains(plain(word));
    }

    /// "It" of "it's".
    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        int end = lower.indexOf('\'');
        return end > 0 ? lower.substring(0, end) : lower;
    }

    /// "That box" names its thing.
    private static boolean isPronoun(List<Token> tokens, int at) {
        return !isAny(tokens.get(at), "DET", "SCONJ") || at + 1 == tokens.size() || isAny(tokens.get(at + 1), "AUX");
    }

    private static boolean isOfNothing(List<Token> tokens, int at) {
        if (!plain(tokens.get(at).text()).equals("it")) {
            return false;
        }
        List<Token> after = tokens.subList(at + 1, Math.min(tokens.size(), at + 5));
        return after.stream().limit(3).anyMatch(token -> IMPERSONAL.contains(token.lemma()))
                || (after.stream().anyMatch(token -> isAny(token, "ADJ"))
                        && after.stream().anyMatch(token -> CLAUSE.contains(token.lemma())))
                || (!after.isEmpty() && CLAUSE.contains(after.getFirst().lemma()));
    }

    /// How many words carry meaning of their own.
    long contentWords(Sentence sentence) {
        return linguistics.tokens(sentence.text()).stream()
                .filter(token -> isAny(token, "NOUN", "PROPN", "VERB", "ADJ", "NUM"))
                .count();
    }

    private static boolean isAny(Token token, String... tags) {
        return List.of(token.partOfSpeech().split("\\+", -1)).stream().anyMatch(List.of(tags)::contains);
    }
}
