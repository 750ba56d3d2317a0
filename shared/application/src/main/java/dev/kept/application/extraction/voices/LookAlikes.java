package dev.kept.application.extraction.voices;

import dev.kept.application.bundled.YamlNode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Undoes the ways in which a text can look like other words than it holds, for recognition only: what is stored, and
/// what is kept, stays as it was written.
///
/// Compatibility forms (full-width, circled, mathematical letters) and accents are known to the JDK; letters of other
/// scripts that are drawn like Latin ones are a small table. ICU's detector of spoofs knows more of them, for 14 MB in
/// every function that reads text.
final class LookAlikes {
    private static final Map<Integer, String> LETTERS = letters();

    /// Shorter ones are abbreviations and formulas.
    private static final int MIXED_LETTERS = 4;

    private LookAlikes() {}

    /// In compatibility form, without what is invisible; other scripts and capitals stay.
    static String compatible(String text) {
        String visible = VisibleText.only(text);
        return isPlain(visible) ? visible : Normalizer.normalize(visible, Normalizer.Form.NFKC);
    }

    /// In lower case and without accents, with the Latin letter for each that looks like one.
    static String latin(String compatible) {
        if (isPlain(compatible)) {
            return compatible.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(compatible, Normalizer.Form.NFD);
        StringBuilder latin = new StringBuilder(apart.length());
        apart.codePoints().filter(point -> !isAccent(point)).forEach(point -> append(point, latin));
        return latin.toString();
    }

    /// A capital may look like another letter than its small form does: the Greek N.
    private static void append(int point, StringBuilder latin) {
        int small = Character.toLowerCase(point);
        String letter = point < 128 ? null : LETTERS.getOrDefault(point, LETTERS.get(small));
        if (letter == null) {
            latin.appendCodePoint(small);
        } else {
            latin.append(letter);
        }
    }

    /// Whether a word is put together from Latin and Cyrillic letters, which no language does.
    static boolean mixesScripts(String text) {
        int latin = 0;
        int cyrillic = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetter(c);
            latin = letter ? latin + (c < 0x250 ? 1 : 0) : 0;
            cyrillic = letter ? cyrillic + (c >= 0x400 && c < 0x530 ? 1 : 0) : 0;
            if (latin > 0 && cyrillic > 0 && latin + cyrillic >= MIXED_LETTERS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAccent(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /// One line of the file: the Latin letter, a space, and what looks like it.
    private static Map<Integer, String> letters() {
        Map<Integer, String> letters = new HashMap<>();
        letters.put((int) 'ß', "ss");
        letters.put((int) 'ø', "o");
        letters.put((int) 'ł', "l");
        for (String line :
                YamlNode.resource(LookAlikes.class, "look-alikes.yaml").texts("letters")) {
            String latin = line.substring(0, 1);
            line.substring(2).codePoints().forEach(point -> letters.put(point, latin));
        }
        return Map.copyOf(letters);
    }
}
