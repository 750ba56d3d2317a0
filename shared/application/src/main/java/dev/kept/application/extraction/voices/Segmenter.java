package dev.kept.application.extraction.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells the speaker's own words from code and from text of others.
///
/// Foreign is: what is quoted with `>`; what stands between tags; lines of logs, data and code;
/// what follows the head of a page, a mail or a thread, or an introduction such as "I copied their
/// page" or "here's the mail", up to the next fence; and any paragraph that orders an AI about.
/// When in doubt text is foreign: a lost sentence can be said again, an order from a web page must
/// never become a wish of the user.
public final class Segmenter {
    /// Nobody types more than this in one turn; what does is pasted, and its rest is not even looked at.
    private static final int TYPED_CHARACTERS = 20_000;

    private static final int TYPED_LINES = 1_000;

    private final ForeignSigns signs;

    public Segmenter(ForeignSigns signs) {
        this.signs = signs;
    }

    /// What a user wrote.
    public List<Segment> segments(String text) {
        return split(text, true);
    }

    /// What an assistant wrote: headings and greetings are its own.
    public List<Segment> segmentsOfAssistant(String text) {
        return split(text, false);
    }

    private List<Segment> split(String text, boolean typed) {
        Passages passages = new Passages(signs, typed);
        List<String> lines = new ArrayList<>();
        String fence = "";
        String language = "";
        List<String> all = text.lines().toList();
        int strayEnd = strayEnd(all);
        int characters = 0;
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i);
            characters += fence.isEmpty() ? line.length() + 1 : 0;
            String start = fenceStart(line);
            if (i == strayEnd) {
                passages.addCode(fence.isEmpty() ? "" : language, join(lines));
                lines.clear();
            } else if (!start.isEmpty() && fence.isEmpty()) {
                passages.addProse(lines);
                lines.clear();
                fence = start;
                language = line.strip().substring(3).strip().toLowerCase(Locale.ROOT);
            } else if (start.equals(fence) && !fence.isEmpty()) {
                passages.addCode(language, join(lines));
                lines.clear();
                fence = "";
            } else if (!fence.isEmpty() || (characters <= TYPED_CHARACTERS && lines.size() < TYPED_LINES)) {
                lines.add(line);
            } else {
                passages.addUnread(line);
            }
        }
        if (fence.isEmpty()) {
            passages.addProse(lines);
        } else {
            passages.addCode(language, join(lines));
        }
        return passages.segments();
    }

    private static String fenceStart(String line) {
        String start = line.strip();
        return start.startsWith("```") ? "```" : start.startsWith("~~~") ? "~~~" : "";
    }

    /// Where a fence ends that began in an earlier turn: a bare one at the very end, without a partner.
    private static int strayEnd(List<String> lines) {
        long fences = lines.stream().filter(line -> !fenceStart(line).isEmpty()).count();
        int last = lines.size() - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        boolean bare = last > 0 && lines.get(last).strip().equals("```");
        return bare && fences == 1 ? last : -1;
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines);
    }
}
