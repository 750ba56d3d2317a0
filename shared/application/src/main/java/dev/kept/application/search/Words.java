package dev.kept.application.search;

import dev.kept.application.bundled.BundledText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts text into the words that count: lower case, without possessives and stop words, and, for comparing, stemmed.
///
/// The stop words are more than Lucene's: a question's own words (who, when, did) match every second turn of a
/// conversation and say nothing about which one is meant.
final class Words {
    private static final CharArraySet STOP_WORDS = readStopWords();
    private static final Analyzer PLAIN = new Stems(false);
    private static final Analyzer STEMMED = new Stems(true);

    private Words() {}

    /// The stems of a text in order, repeated where they repeat.
    static List<String> stems(String text) {
        return analyzed(STEMMED, text);
    }

    /// The words of a question that say what it is about; the whole question when none does.
    static String topic(String question) {
        List<String> words = analyzed(PLAIN, question);
        return words.isEmpty() ? question : String.join(" ", words);
    }

    private static List<String> analyzed(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static CharArraySet readStopWords() {
        return new CharArraySet(BundledText.read(Words.class, "stop-words.txt").words(), false);
    }

    private static final class Stems extends Analyzer {
        private final boolean stemmed;

        Stems(boolean stemmed) {
            this.stemmed = stemmed;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
            TokenStream kept = new StopFilter(words, STOP_WORDS);
            return new TokenStreamComponents(tokenizer, stemmed ? new PorterStemFilter(kept) : kept);
        }
    }
}
