package dev.kept.application.session;

import dev.kept.application.context.Fence;
import dev.kept.application.context.RecalledText;
import dev.kept.domain.context.TokenCounter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/// The fenced text of a recovery as it grows: every line goes in only when the whole text still
/// fits the budget.
final class RecoveryText {
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int CHARACTERS_MIN = 40;

    private final String id;
    private final long version;
    private final TokenCounter counter;
    private final int tokensMax;
    private final Map<Part, Deque<String>> lines = new EnumMap<>(Part.class);

    RecoveryText(String id, long version, TokenCounter counter, int tokensMax) {
        this.id = id;
        this.version = version;
        this.counter = counter;
        this.tokensMax = tokensMax;
    }

    /// The parts in the order in which they are read.
    enum Part {
        GOAL("Goal"),
        SUMMARY("Summary"),
        OPEN_ITEMS("Open items"),
        LAST_TURNS("Last turns");

        private final String heading;

        Part(String heading) {
            this.heading = heading;
        }
    }

    /// Adds a line at the end of a part, shortened to a share of the budget and further until it
    /// fits.
    ///
    /// @return whether any of it found room
    boolean add(Part part, String text, double shareMax) {
        return add(part, RecalledText.line(text), shareMax, false);
    }

    /// Adds a line before the others of its part.
    boolean addBefore(Part part, String text, double shareMax) {
        return add(part, RecalledText.line(text), shareMax, true);
    }

    String text() {
        StringBuilder body = new StringBuilder();
        lines.forEach((part, items) -> {
            if (!items.isEmpty()) {
                body.append("\n## ").append(part.heading).append('\n');
                items.forEach(line -> body.append("- ").append(line).append('\n'));
            }
        });
        return Fence.around(id, version, body.toString());
    }

    int tokens() {
        return counter.count(text());
    }

    private boolean add(Part part, String line, double shareMax, boolean isBefore) {
        int characters = (int) (shareMax * tokensMax * CHARACTERS_PER_TOKEN);
        String shortened = cut(line, Math.max(characters, CHARACTERS_MIN));
        Deque<String> items = lines.computeIfAbsent(part, _ -> new ArrayDeque<>());
        while (!fits(items, shortened, isBefore)) {
            if (shortened.length() <= CHARACTERS_MIN) {
                return false;
            }
            shortened = cut(line, Math.max(shortened.length() / 2, CHARACTERS_MIN - 1));
        }
        return true;
    }

    private boolean fits(Deque<String> items, String line, boolean isBefore) {
        if (isBefore) {
            items.addFirst(line);
        } else {
            items.addLast(line);
        }
        boolean fits = tokens() <= tokensMax;
        if (!fits && isBefore) {
            items.removeFirst();
        } else if (!fits) {
            items.removeLast();
        }
        return fits;
    }

    private static String cut(String line, int characters) {
        if (line.length() <= characters) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(characters - 1)) ? characters - 1 : characters;
        return line.substring(0, end) + "…";
    }
}
