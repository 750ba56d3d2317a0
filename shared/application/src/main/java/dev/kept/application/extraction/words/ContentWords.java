package dev.kept.application.extraction.words;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/// The words of a text that carry meaning, without their endings, for comparing texts.
public final class ContentWords {
    private static final Set<String> STOP = Set.of(
            "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "is",
            "are", "was", "were", "be", "been", "it", "its", "it's", "this", "that", "these", "those", "there", "i",
            "i'm", "we", "we're", "you", "he", "she", "they", "me", "us", "our", "my", "your", "his", "her", "their",
            "them", "do", "does", "did", "don't", "have", "has", "had", "not", "no", "so", "if", "then", "than", "too",
            "also", "just", "now", "please", "pls", "will", "would", "can", "could", "should", "must", "one", "what",
            "which", "who", "when", "where", "how", "any", "all", "some", "only", "go", "going", "get", "gets", "got",
            "use", "using", "used", "uses", "we've", "i've", "that's", "up", "out", "into", "about", "make", "makes",
            "like", "thing", "things", "every", "always", "never", "because", "still", "well");
    private static final int SHORTEST = 2;
    private static final Pattern JOINTS = Pattern.compile("[-_/.:#@&']");

    private ContentWords() {}

    /// The stems of those words, in the order of the text; none of words that say nothing alone.
    public static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String token : Words.of(text).tokens()) {
            if (token.length() >= SHORTEST && Character.isLetterOrDigit(token.charAt(0)) && !STOP.contains(token)) {
                words.add(stem(token));
            }
        }
        return words;
    }

    /// The same, and of names made of parts the parts as well: `EfficientNet-B0` is an EfficientNet.
    public static Set<String> withParts(String text) {
        Set<String> words = of(text);
        for (String word : List.copyOf(words)) {
            String[] parts = JOINTS.split(word, -1);
            if (parts.length > 1) {
                Arrays.stream(parts)
                        .filter(part -> !part.isEmpty() && !STOP.contains(part))
                        .forEach(part -> words.add(stem(part)));
            }
        }
        return words;
    }

    /// By Snowball's English stemmer; what is no plain word stays as it is.
    public static String stem(String word) {
        String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (!plain.chars().allMatch(Character::isLetter)) {
            return plain;
        }
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(plain);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
