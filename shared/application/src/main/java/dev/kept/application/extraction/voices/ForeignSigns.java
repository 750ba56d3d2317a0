package dev.kept.application.extraction.voices;

import com.google.re2j.Pattern;
import dev.kept.application.bundled.YamlNode;
import dev.kept.application.extraction.words.PhraseTable;
import dev.kept.application.extraction.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of `foreign-text.yaml`: by which others, or commands to an assistant, betray themselves.
public final class ForeignSigns {
    /// "You are now EvilBot", "you are DAN": but not "you are now on my laptop".
    private static final Pattern NEW_SELF = Pattern.compile(
            "(?:(?i:you(?: are|'re) now) (?:an? |the |called |named |[A-Z])|(?i:you(?: are|'re)) [A-Z]{3})");

    private static final Set<String> END_OF_GREETING = Set.of(",", "!", ":");
    private static final int GREETING_WORDS = 6;

    private static final Pattern QUOTED = Pattern.compile("[\"“”«»„][^\"“”«»„\n]{1,100}[\"“”«»„]|'[^'\n]{12,100}'");

    private final PhraseTable<String> orders;
    private final PhraseTable<String> claims;
    private final PhraseTable<String> play;
    private final PhraseTable<String> introductions;
    private final PhraseTable<String> requests;
    private final PhraseTable<String> relays;
    private final PhraseTable<String> closings;
    private final Set<String> greetings;
    private final Set<String> greetedHere;
    private final Set<String> thanks;
    private final Set<String> firstPerson;
    private final List<String> anywhere;
    private final List<String> introducedAnywhere;

    private ForeignSigns(YamlNode file) {
        this.orders = table(file, "orders");
        this.claims = table(file, "claims");
        this.play = table(file, "play");
        this.introductions = table(file, "introductions");
        this.requests = table(file, "requests");
        this.relays = table(file, "relays");
        this.closings = table(file, "closings");
        this.greetings = words(file, "greetings");
        this.greetedHere = words(file, "greetedHere");
        this.thanks = words(file, "thanks");
        this.firstPerson = words(file, "firstPerson");
        this.anywhere = file.texts("anywhere");
        this.introducedAnywhere = file.texts("introducedAnywhere");
    }

    /// Read once: every owner's rules are laid over the same signs.
    public static ForeignSigns bundled() {
        return Bundled.SIGNS;
    }

    private static final class Bundled {
        static final ForeignSigns SIGNS = new ForeignSigns(YamlNode.resource(ForeignSigns.class, "foreign-text.yaml"));
    }

    /// A text in the forms that signs are looked for in, worked out once.
    public record Seen(String text, String folded, Words words) {
        /// Folds a text once for all that is asked of it.
        public static Seen of(String text) {
            String compatible = LookAlikes.compatible(text);
            String folded = compatible.toLowerCase(Locale.ROOT);
            return new Seen(text, folded, Words.of(LookAlikes.latin(compatible).replace(":", " : ")));
        }
    }

    /// A command to an AI, wherever it stands. What is quoted is talked about.
    public boolean orders(Seen seen) {
        return anywhere.stream().anyMatch(seen.folded()::contains)
                || (orders.occursIn(seen.words())
                        && orders.occursIn(unquoted(seen).words()));
    }

    /// Talk of "the user" by somebody who is not.
    public boolean claims(Seen seen) {
        return claims.occursIn(seen.words())
                && !speaksOfSelf(seen)
                && claims.occursIn(unquoted(seen).words());
    }

    boolean plays(Seen seen) {
        return play.occursIn(seen.words()) || NEW_SELF.matcher(seen.text()).find();
    }

    boolean introduces(Seen seen) {
        return introductions.occursIn(seen.words())
                || introducedAnywhere.stream().anyMatch(seen.folded()::contains);
    }

    boolean requests(Seen seen) {
        return requests.occursIn(seen.words());
    }

    /// Telling what others said.
    public boolean relays(Seen seen) {
        return relays.occursIn(seen.words());
    }

    /// A line that opens a mail: "Dear Ms Brandt," and nothing behind it.
    boolean greets(Words line) {
        List<String> tokens = line.tokens();
        boolean ends = tokens.size() > 3 && END_OF_GREETING.contains(tokens.get(tokens.size() - 2));
        return ends && line.count() <= GREETING_WORDS && greetings.contains(tokens.get(1));
    }

    boolean greetsAssistant(Words line) {
        return line.tokens().stream().anyMatch(greetedHere::contains);
    }

    /// A line that ends a mail.
    boolean closes(Words line) {
        return line.count() <= GREETING_WORDS && closings.occursIn(line);
    }

    /// A line that ends a mail when a name follows.
    boolean thanks(Words line) {
        return line.count() == 1 && thanks.contains(line.tokens().get(1));
    }

    private boolean speaksOfSelf(Seen seen) {
        return seen.words().tokens().stream().anyMatch(firstPerson::contains);
    }

    private static Seen unquoted(Seen seen) {
        String without = QUOTED.matcher(seen.text()).replaceAll(" ");
        return without.equals(seen.text()) ? seen : Seen.of(without);
    }

    private static PhraseTable<String> table(YamlNode file, String name) {
        PhraseTable<String> table = new PhraseTable<>();
        file.texts(name).forEach(phrase -> table.add(phrase, name));
        return table;
    }

    private static Set<String> words(YamlNode file, String name) {
        return Set.of(file.text(name).strip().split("\\s+", -1));
    }
}
