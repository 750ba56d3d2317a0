package dev.kept.application.context;

import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Words candidates: a list item each, in whole or shortened to so many tokens.
final class Wording {
    /// A token is rarely longer: what is longer than its product with the limit is not worth
    /// counting.
    private static final int TOKEN_CHARACTERS_MAX = 8;

    private static final int TOKEN_CHARACTERS = 4;
    private static final double CUT = 0.85;
    private static final int CHARACTERS_MIN = 12;

    private final TokenCounter counter;

    Wording(TokenCounter counter) {
        this.counter = counter;
    }

    /// The day of an instant, in UTC.
    static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /// All of it; empty when that takes more than so many tokens.
    Optional<Passage> whole(Candidate candidate, int tokensMax) {
        String content = candidate.subject().content();
        if (content.length() / TOKEN_CHARACTERS_MAX > tokensMax) {
            return Optional.empty();
        }
        return fitting(isBlock(candidate) ? asBlock(candidate) : asLine(candidate, content), false, tokensMax);
    }

    /// As much of what matters in it as fits; empty when that is hardly anything.
    Optional<Passage> shortened(Candidate candidate, int tokensMax) {
        String essence = RecalledText.line(essence(candidate.subject()));
        int characters = Math.min(essence.length(), tokensMax * TOKEN_CHARACTERS);
        Optional<Passage> passage = Optional.empty();
        while (passage.isEmpty() && characters >= CHARACTERS_MIN) {
            passage = fitting(asLine(candidate, cut(essence, characters)), true, tokensMax);
            characters = (int) (characters * CUT);
        }
        return passage;
    }

    private Optional<Passage> fitting(String text, boolean compressed, int tokensMax) {
        int tokens = counter.count(text + "\n");
        return tokens <= tokensMax ? Optional.of(new Passage(text, tokens, compressed)) : Optional.empty();
    }

    private static String essence(Subject subject) {
        return switch (subject) {
            case Subject.Note note -> note.content();
            case Subject.Recalled recalled -> essence(recalled.item(), recalled.highlights());
        };
    }

    private static String essence(SearchRecord item, List<String> highlights) {
        String essence = item.kind() == Kind.TURN ? String.join(" … ", highlights) : item.summary();
        boolean isShorter =
                !essence.isBlank() && essence.length() < item.content().length();
        return isShorter ? essence : item.content();
    }

    /// The text up to the last word that ends within so many characters.
    private static String cut(String text, int characters) {
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

    private static boolean isBlock(Candidate candidate) {
        return candidate.item().flatMap(SearchRecord::type).orElse(MemoryType.FACT) == MemoryType.CODE
                && candidate.subject().content().strip().contains("\n");
    }

    private static String asBlock(Candidate candidate) {
        String summary = candidate.item().map(SearchRecord::summary).orElse("");
        String title = summary.isBlank() ? "Code:" : summary;
        return asLine(candidate, title)
                + "\n"
                + RecalledText.block(candidate.subject().content());
    }

    private static String asLine(Candidate candidate, String text) {
        return switch (candidate.subject()) {
            case Subject.Note _ -> "- " + RecalledText.line(text);
            case Subject.Recalled recalled -> asLine(recalled.item(), candidate.section(), RecalledText.line(text));
        };
    }

    private static String asLine(SearchRecord item, SectionName section, String text) {
        if (item.kind() == Kind.TURN) {
            return "- " + speaker(item) + ": " + text;
        }
        return "- " + text + (section.isDated() ? " (" + day(item.occurredAt()) + ")" : "");
    }

    private static String speaker(SearchRecord turn) {
        return turn.speaker()
                .map(RecalledText::line)
                .filter(name -> !name.isEmpty())
                .or(() -> turn.role().map(Role::name).map(name -> name.toLowerCase(Locale.ROOT)))
                .orElse("someone");
    }
}
