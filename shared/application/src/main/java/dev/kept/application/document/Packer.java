package dev.kept.application.document;

import dev.kept.domain.document.Chunk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Packs units into chunks of about the same size, in order. A section begins a new chunk, unless what came before it
/// is
/// too small to stand alone; running text that goes on in the next chunk says its last sentence there again, so that
/// what refers to it is understood.
final class Packer {
    /// Two sentences at most, and no more than this.
    private static final int OVERLAP = 240;

    private static final int OVERLAP_SENTENCES = 2;

    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Unit> current = new ArrayList<>();
    private int weight;

    static List<Chunk> pack(List<Unit> units) {
        Packer packer = new Packer();
        units.forEach(packer::add);
        packer.emit();
        return packer.chunks;
    }

    private void add(Unit unit) {
        int added = Weight.of(unit.text());
        boolean opens = unit.kind() == Unit.Kind.HEADING && weight >= Weight.SMALL;
        if (!current.isEmpty() && (opens || weight + added > Weight.TARGET)) {
            next(unit, added);
        }
        append(unit);
    }

    private void append(Unit unit) {
        current.add(unit);
        weight += Weight.of(unit.text()) + unit.before().length();
    }

    /// Ends the chunk before `unit`; headings at its end belong to what follows.
    private void next(Unit unit, int added) {
        Deque<Unit> headings = new ArrayDeque<>();
        while (current.size() > 1 && current.getLast().kind() == Unit.Kind.HEADING) {
            headings.addFirst(current.removeLast());
        }
        if (current.getLast().kind() == Unit.Kind.HEADING) {
            return;
        }
        Optional<Unit> again = headings.isEmpty() ? overlap(current.getLast(), unit, added) : Optional.empty();
        emit();
        again.ifPresent(this::append);
        headings.forEach(this::append);
    }

    private static Optional<Unit> overlap(Unit last, Unit next, int added) {
        boolean goesOn = last.kind() == Unit.Kind.PROSE
                && next.kind() == Unit.Kind.PROSE
                && last.headings().equals(next.headings());
        String end = goesOn ? end(last.text()) : "";
        return end.isEmpty() || added + Weight.of(end) > Weight.MAX
                ? Optional.empty()
                : Optional.of(Unit.prose(last.headings(), end, ""));
    }

    /// The last sentences of a text, as many as are short enough.
    private static String end(String text) {
        List<String> sentences = Sentences.of(text);
        String end = "";
        for (int i = sentences.size() - 1; i >= Math.max(1, sentences.size() - OVERLAP_SENTENCES); i--) {
            String longer = sentences.get(i) + end;
            if (Weight.of(longer) > OVERLAP) {
                break;
            }
            end = longer;
        }
        boolean whole = sentences.size() == 1 && Weight.of(text) <= OVERLAP;
        return whole ? text : end.strip();
    }

    private void emit() {
        if (current.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(current.getFirst().text());
        current.stream().skip(1).forEach(unit -> text.append(unit.before()).append(unit.text()));
        if (!text.toString().isBlank()) {
            chunks.add(new Chunk(chunks.size(), headings(), text.toString()));
        }
        current.clear();
        weight = 0;
    }

    /// Those that all of the chunk stands under.
    private List<String> headings() {
        List<String> common = current.getFirst().headings();
        for (Unit unit : current) {
            int same = 0;
            while (same < Math.min(common.size(), unit.headings().size())
                    && common.get(same).equals(unit.headings().get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return common;
    }
}
