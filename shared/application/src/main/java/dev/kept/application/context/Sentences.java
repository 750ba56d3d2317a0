package dev.kept.application.context;

import dev.kept.application.bundled.BundledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The sentences of a text, and what each is worth within it.
final class Sentences {
    private static final String ENDS = ".!?…。！？\n";
    private static final String CLOSERS = "\"')]»”’";

    private Sentences() {}

    /// Ends at a line break, or at a mark that ends sentences with a blank behind it; in scripts
    /// without blanks, at their own marks. Stripped, none of them blank.
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsAt(text, i)) {
                add(text.substring(start, i + 1), sentences);
                start = i + 1;
            }
        }
        add(text.substring(start), sentences);
        return sentences;
    }

    private static boolean endsAt(String text, int at) {
        char mark = text.charAt(at);
        boolean isLast = at + 1 == text.length();
        if (CLOSERS.indexOf(mark) >= 0) {
            return at > 0 && !isLast && text.charAt(at + 1) == ' ' && ".!?".indexOf(text.charAt(at - 1)) >= 0;
        }
        return ENDS.indexOf(mark) >= 0
                && (mark == '\n' || mark > '\u2026' || isLast || Character.isWhitespace(text.charAt(at + 1)));
    }

    private static void add(String sentence, List<String> sentences) {
        String stripped = sentence.strip();
        if (!stripped.isEmpty()) {
            sentences.add(stripped);
        }
    }

    /// What sentences are worth to someone who asks this.
    ///
    /// @param asked the words of the query; none without one
    record Worth(Words asked) {
        private static final Set<String> SMALL_TALK = readSmallTalk();
        private static final double ASKED = 2;
        private static final double SPECIFIC = 0.5;
        private static final int SPECIFIC_MAX = 2;
        private static final double QUESTION = 0.4;
        private static final int TELLING_MIN = 2;
        private static final int LETTERS_MIN = 3;
        /// From Thai on, scripts write without blanks: two letters are about a word.
        private static final char WITHOUT_BLANKS = '\u0E00';

        static Worth asking(String query) {
            StringBuilder telling = new StringBuilder();
            WordScan scan = WordScan.withApostrophes(query);
            while (scan.next()) {
                telling.append(isTelling(scan) ? scan.word() + " " : "");
            }
            return new Worth(Words.of(telling.toString()));
        }

        /// 0 for one that tells nothing.
        double[] of(List<String> sentences) {
            Words all = Words.of(String.join(" ", sentences));
            return sentences.stream().mapToDouble(sentence -> of(sentence, all)).toArray();
        }

        /// A name alone tells nothing: `Thanks, Ada!`
        private double of(String sentence, Words all) {
            WordScan scan = WordScan.withApostrophes(sentence);
            int telling = 0;
            int specific = 0;
            while (scan.next()) {
                boolean isTelling = isTelling(scan);
                telling += isTelling ? weight(scan) : 0;
                specific += isTelling && isSpecific(scan) ? 1 : 0;
            }
            return telling < TELLING_MIN ? 0 : of(sentence, specific, all);
        }

        private double of(String sentence, int specific, Words all) {
            Words own = Words.of(sentence);
            double central = own.size() / (all.size() + 1.0);
            double worth = ASKED * asked.shareIn(own) + central + SPECIFIC * Math.min(SPECIFIC_MAX, specific);
            return sentence.endsWith("?") ? QUESTION * worth : worth;
        }

        /// A number tells something by itself.
        private static int weight(WordScan word) {
            if (word.hasDigit()) {
                return TELLING_MIN;
            }
            return word.first() < WITHOUT_BLANKS ? 1 : Math.max(1, word.length() / 2);
        }

        private static boolean isTelling(WordScan word) {
            return word.hasDigit()
                    || (word.length() >= LETTERS_MIN
                            && !SMALL_TALK.contains(word.word().toLowerCase(Locale.ROOT)));
        }

        private static boolean isSpecific(WordScan word) {
            return word.hasDigit() || (word.isInside() && Character.isUpperCase(word.first()));
        }

        private static Set<String> readSmallTalk() {
            return Set.copyOf(
                    BundledText.read(Sentences.class, "small-talk.txt").words());
        }
    }
}
