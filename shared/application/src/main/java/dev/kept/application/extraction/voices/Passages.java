package dev.kept.application.extraction.voices;

import java.util.ArrayList;
import java.util.List;

/// Collects the segments of one turn, paragraph by paragraph.
final class Passages {
    private static final int REQUEST_WORDS = 14;

    private final ForeignSigns signs;
    private final ForeignText foreign;
    private final boolean typed;
    private final List<Segment> segments = new ArrayList<>();
    private boolean first = true;

    /// @param typed whether a person wrote the turn
    Passages(ForeignSigns signs, boolean typed) {
        this.signs = signs;
        this.foreign = new ForeignText(signs);
        this.typed = typed;
    }

    List<Segment> segments() {
        return List.copyOf(segments);
    }

    /// Code that orders an AI about is text of others.
    void addCode(String language, String code) {
        ForeignSigns.Seen seen = ForeignSigns.Seen.of(Segment.start(code));
        boolean orders = signs.orders(seen) || signs.claims(seen);
        segments.add(orders ? new Segment.Foreign(code) : new Segment.Code(language, code));
        first = false;
    }

    void addUnread(String line) {
        segments.add(new Segment.Foreign(line));
    }

    void addProse(List<String> lines) {
        boolean goesOn = false;
        for (Paragraph paragraph : paragraphs(lines)) {
            if (goesOn) {
                segments.add(new Segment.Foreign(paragraph.text()));
            } else {
                goesOn = add(paragraph);
            }
            first = false;
        }
    }

    /// Whether what follows is foreign too.
    private boolean add(Paragraph paragraph) {
        boolean orders = ForeignText.isTooLong(paragraph.text())
                || VisibleText.turnsDirection(paragraph.text())
                || LookAlikes.mixesScripts(paragraph.text())
                || signs.orders(paragraph.seen());
        if (orders || signs.plays(paragraph.seen())) {
            segments.add(new Segment.Foreign(paragraph.text()));
            return orders;
        }
        if (typed && foreign.closes(paragraph)) {
            takeBackMail();
            segments.add(new Segment.Foreign(paragraph.text()));
            return true;
        }
        boolean headed = new Lines(paragraph).add();
        return headed || (typed && introduces(paragraph));
    }

    private boolean introduces(Paragraph paragraph) {
        return signs.introduces(paragraph.seen())
                || (paragraph.first() && paragraph.isShort(REQUEST_WORDS) && signs.requests(paragraph.seen()));
    }

    /// A mail that ends here began above; what stands first in the turn may be what is asked about it.
    private void takeBackMail() {
        for (int i = segments.size() - 1; i > 0; i--) {
            if (segments.get(i) instanceof Segment.Own own) {
                segments.set(i, new Segment.Foreign(own.text()));
            }
        }
    }

    private List<Paragraph> paragraphs(List<String> lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                current.add(line);
            } else if (!current.isEmpty()) {
                paragraphs.add(Paragraph.of(current, first && paragraphs.isEmpty()));
                current.clear();
            }
        }
        if (!current.isEmpty()) {
            paragraphs.add(Paragraph.of(current, first && paragraphs.isEmpty()));
        }
        return paragraphs;
    }

    /// The lines of one paragraph, own ones put together.
    private final class Lines {
        private final Paragraph paragraph;
        private final StringBuilder own = new StringBuilder();
        private boolean rest;
        private boolean headed;

        Lines(Paragraph paragraph) {
            this.paragraph = paragraph;
        }

        boolean add() {
            List<String> lines = Markup.withoutElements(paragraph.lines());
            boolean marked = !lines.equals(paragraph.lines());
            Paragraph plain = marked ? Paragraph.of(lines, paragraph.first()) : paragraph;
            if (marked) {
                segments.add(new Segment.Foreign(paragraph.text()));
            }
            List<LineForm> forms = plain.forms();
            for (int i = 0; i < lines.size(); i++) {
                add(plain, i, forms.get(i));
            }
            if (!own.toString().isBlank()) {
                segments.add(new Segment.Own(own.toString().strip()));
            }
            return headed;
        }

        private void add(Paragraph plain, int at, LineForm form) {
            String line = plain.lines().get(at);
            boolean heads = typed && (form == LineForm.HEAD || startsMail(plain, at));
            headed |= heads;
            rest |= heads;
            if (rest || form == LineForm.RECORD || line.strip().startsWith(">")) {
                segments.add(new Segment.Foreign(line));
                return;
            }
            String mine = typed ? foreign.ownPart(line) : line;
            own.append(mine).append('\n');
            if (!mine.equals(line)) {
                segments.add(new Segment.Foreign(line));
                rest = mine.endsWith(":");
            }
            rest |= typed && at + 1 < plain.lines().size() && foreign.introducesRest(line);
        }

        private boolean startsMail(Paragraph plain, int at) {
            return ForeignText.isMailHead(plain.lines(), at) || foreign.greets(plain, at);
        }
    }
}
