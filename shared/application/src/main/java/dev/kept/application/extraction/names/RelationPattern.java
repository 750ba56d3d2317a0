package dev.kept.application.extraction.names;

import dev.kept.application.extraction.names.NamedSentence.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// One way to say that two things are tied.
final class RelationPattern {
    private static final int GAP_WORDS = 4;
    private static final Set<String> CLAUSE_ENDS = Set.of(".", "!", "?", ";", ":");

    private final List<Element> elements;

    private RelationPattern(List<Element> elements) {
        this.elements = List.copyOf(elements);
    }

    /// The two ends, where a sentence says it; an end that the pattern does not name is empty.
    record Ends(String from, String to) {}

    private sealed interface Element {
        record Word(Set<String> words, boolean optional) implements Element {}

        record Gap() implements Element {}

        record End(boolean isFrom, Filling filling) implements Element {}
    }

    private enum Filling {
        ANYTHING,
        NAME,
        WHO,
        TECHNOLOGY,
        ROLE
    }

    private record Bound(Optional<String> from, Optional<String> to) {
        Bound with(boolean isFrom, String text) {
            return isFrom ? new Bound(Optional.of(text), to) : new Bound(from, Optional.of(text));
        }
    }

    static RelationPattern parse(String written) {
        List<Element> elements = new ArrayList<>();
        for (String part : written.split(" ", -1)) {
            elements.add(element(part));
        }
        return new RelationPattern(elements);
    }

    private static Element element(String part) {
        if (part.equals("...")) {
            return new Element.Gap();
        }
        if (part.startsWith("{")) {
            String[] end = part.substring(1, part.length() - 1).split(":", -1);
            Filling filling = end.length == 1 ? Filling.ANYTHING : Filling.valueOf(end[1].toUpperCase(Locale.ROOT));
            return new Element.End(end[0].equals("from"), filling);
        }
        boolean optional = part.length() > 1 && part.endsWith("?");
        String words = optional ? part.substring(0, part.length() - 1) : part;
        return new Element.Word(Set.copyOf(Arrays.asList(words.split("\\|", -1))), optional);
    }

    List<Ends> in(NamedSentence sentence, Set<String> roles) {
        List<Ends> found = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            match(sentence, roles, 0, at, new Bound(Optional.empty(), Optional.empty()))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Ends> match(NamedSentence sentence, Set<String> roles, int element, int at, Bound bound) {
        if (element == elements.size()) {
            return Optional.of(new Ends(bound.from().orElse(""), bound.to().orElse("")));
        }
        return switch (elements.get(element)) {
            case Element.Word(Set<String> words, boolean optional) -> {
                Optional<Ends> read = at < sentence.size() && sentence.isWord(at, words)
                        ? match(sentence, roles, element + 1, at + 1, bound)
                        : Optional.empty();
                yield read.isEmpty() && optional ? match(sentence, roles, element + 1, at, bound) : read;
            }
            case Element.Gap() -> gap(sentence, roles, element, at, bound);
            case Element.End(boolean isFrom, Filling filling) ->
                spans(sentence, roles, filling, at).stream()
                        .flatMap(span ->
                                match(sentence, roles, element + 1, span.end(), bound.with(isFrom, span.text()))
                                        .stream())
                        .findFirst();
        };
    }

    private Optional<Ends> gap(NamedSentence sentence, Set<String> roles, int element, int at, Bound bound) {
        for (int skipped = 0; skipped <= GAP_WORDS && at + skipped <= sentence.size(); skipped++) {
            if (skipped > 0 && CLAUSE_ENDS.contains(sentence.word(at + skipped - 1))) {
                return Optional.empty();
            }
            Optional<Ends> found = match(sentence, roles, element + 1, at + skipped, bound);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Span> spans(NamedSentence sentence, Set<String> roles, Filling filling, int at) {
        if (at >= sentence.size()) {
            return List.of();
        }
        Predicate<Span> fits = switch (filling) {
            case ANYTHING, WHO -> _ -> true;
            case NAME -> Span::isNamed;
            case TECHNOLOGY -> Span::isTechnical;
            case ROLE -> span -> !span.isNamed() && isRole(span.text(), roles);
        };
        List<Span> there =
                filling == Filling.WHO ? sentence.somebodyAt(at).stream().toList() : sentence.thingsAt(at);
        return there.stream().filter(fits).toList();
    }

    /// Whether its last word is what somebody is.
    static boolean isRole(String thing, Set<String> roles) {
        return roles.contains(thing.substring(thing.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }
}
