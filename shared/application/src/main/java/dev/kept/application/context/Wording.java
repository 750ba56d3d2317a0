package dev.kept.application.context;

import dev.kept.domain.context.Compression.Strategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The forms that a candidate can take, and what each costs.
final class Wording {
    private static final int TOKEN_CHARACTERS = 4;
    private static final double CUT = 0.85;
    private static final int CHARACTERS_MIN = 12;
    /// Blanks fold into one.
    private static final int READ_AHEAD = 2;

    private final Style style;
    private final Costs costs;
    private final List<Shortening> shortenings;

    Wording(Style style, Costs costs, List<Shortening> shortenings) {
        this.style = style;
        this.costs = costs;
        this.shortenings = List.copyOf(shortenings);
    }

    /// Shortest first; the whole is last.
    List<Form> forms(Candidate candidate) {
        List<Form> forms = new ArrayList<>();
        forms.add(Form.whole(candidate.subject().content()));
        shortenings.forEach(shortening -> forms.addAll(shortening.of(candidate)));
        forms.sort(Comparator.comparingInt(form -> form.text().length()));
        return forms;
    }

    /// Empty when it takes more than so many tokens.
    Optional<Passage> passage(Candidate candidate, Form form, int tokensMax) {
        if (Costs.isHopeless(form.text(), tokensMax)) {
            return Optional.empty();
        }
        String lines = style.item(candidate, form);
        int tokens = costs.of(lines);
        return tokens <= tokensMax ? Optional.of(new Passage(lines, tokens, form)) : Optional.empty();
    }

    /// As much of the beginning of a form as fits; empty when that is hardly anything.
    Optional<Passage> cut(Candidate candidate, Form form, int tokensMax) {
        int characters = Math.min(form.text().length(), tokensMax * TOKEN_CHARACTERS);
        String text = RecalledText.line(beginning(form.text(), READ_AHEAD * characters));
        Optional<Passage> passage = Optional.empty();
        while (passage.isEmpty() && characters >= CHARACTERS_MIN) {
            Form shorter = Form.shorter(
                    beginning(text, characters),
                    Strategy.CUT,
                    candidate.subject().content());
            passage = passage(candidate, shorter, tokensMax);
            characters = (int) (characters * CUT);
        }
        return passage;
    }

    /// The text up to the last word that ends within so many characters.
    private static String beginning(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int space = text.lastIndexOf(' ', characters);
        int end = space > characters / 2 ? space : characters;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
