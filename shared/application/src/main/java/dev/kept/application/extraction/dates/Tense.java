package dev.kept.application.extraction.dates;

import dev.kept.domain.extraction.Linguistics.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether what is said of a day has been or will be: "we shipped on Friday", "we'll ship on Friday". What always is
/// ("we ship on Friday") is neither.
enum Tense {
    PAST,
    FUTURE,
    UNKNOWN;

    private static final Set<String> WILL = Set.of("will", "'ll", "shall", "gonna", "wo", "won't");
    private static final Set<String> DID = Set.of("did", "didn't");
    private static final Set<String> BESIDE_VERBS = Set.of("AUX", "PART", "ADV", "PRON");

    /// Past forms that no ending tells; those that look like the present are left out.
    private static final Set<String> IRREGULAR = Set.of(
            "was",
            "were",
            "had",
            "did",
            "been",
            "got",
            "went",
            "broke",
            "told",
            "took",
            "made",
            "came",
            "gave",
            "wrote",
            "bought",
            "sold",
            "paid",
            "sent",
            "met",
            "left",
            "lost",
            "found",
            "began",
            "built",
            "ran",
            "won",
            "chose",
            "fell",
            "grew",
            "held",
            "kept",
            "knew",
            "led",
            "said",
            "saw",
            "spent",
            "stood",
            "taught",
            "thought",
            "threw",
            "understood",
            "wore",
            "brought",
            "caught",
            "felt",
            "heard",
            "rose",
            "shot",
            "slept",
            "spoke",
            "stole",
            "stuck",
            "swept",
            "tore",
            "woke",
            "rewrote",
            "rebuilt",
            "became",
            "drove",
            "flew",
            "froze",
            "rang",
            "rode",
            "dealt",
            "done",
            "gone",
            "taken",
            "written",
            "given",
            "seen",
            "wasn't",
            "weren't",
            "hadn't",
            "didn't");
    private static final Set<String> MAY =
            Set.of("can", "could", "should", "would", "may", "might", "must", "ca", "cannot");
    private static final Set<String> IS = Set.of("am", "is", "are", "'m", "'re", "'s", "i'm", "we're", "it's");
    private static final Set<String> WAS = Set.of("was", "were", "had", "did", "been", "got");
    private static final Set<String> PLANNED =
            Set.of("planned", "scheduled", "expected", "booked", "supposed", "due", "set");

    /// Of the verb in the middle of a sentence.
    ///
    /// @param at of the verb
    static Tense of(List<Token> tokens, int at) {
        String verb = lower(tokens.get(at));
        Set<String> around = auxiliaries(tokens, at);
        if (WILL.contains(verb) || verb.endsWith("'ll") || around.stream().anyMatch(Tense::isWill)) {
            return FUTURE;
        }
        if (around.stream().anyMatch(MAY::contains) || MAY.contains(verb)) {
            return UNKNOWN;
        }
        if (around.stream().anyMatch(DID::contains)) {
            return PAST;
        }
        boolean is = around.stream().anyMatch(IS::contains);
        if (around.contains("to") || verb.endsWith("ing") || (is && PLANNED.contains(verb))) {
            return around.stream().anyMatch(WAS::contains) || around.contains("past") ? UNKNOWN : FUTURE;
        }
        return isPastForm(tokens.get(at)) && !is ? PAST : UNKNOWN;
    }

    private static boolean isWill(String word) {
        return WILL.contains(word) || word.endsWith("'ll");
    }

    /// What stands right before a verb and goes with it.
    private static Set<String> auxiliaries(List<Token> tokens, int at) {
        Set<String> around = new HashSet<>();
        for (int i = at - 1; i >= 0 && i >= at - 5; i--) {
            Token token = tokens.get(i);
            String word = lower(token);
            boolean to = around.contains("to");
            boolean goesWith =
                    List.of(token.partOfSpeech().split("\\+", -1)).stream().anyMatch(BESIDE_VERBS::contains)
                            || word.equals("going")
                            || word.equals("to");
            if (goesWith) {
                around.add(word);
            } else {
                if (to && isPastForm(token)) {
                    around.add("past");
                }
                break;
            }
        }
        return around;
    }

    private static boolean isPastForm(Token token) {
        String word = lower(token);
        return word.endsWith("ed") || IRREGULAR.contains(word);
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
