package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.names.Entity;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Sentences that mean nothing without what was said before: "It goes out on the first Tuesday." They are kept with the
/// sentence before them, or with the question that they answer; "she" is told by name when only one person was spoken
/// of.
final class Leaning {
    private static final int SUPPORT_CHARACTERS = 220;
    private static final int READINGS_BACK = 2;
    private static final Set<String> OF_PEOPLE = Set.of("he", "she", "him", "her", "his");
    private static final Pattern PERSON =
            Pattern.compile("(?i)(?<![\\p{L}'])(?:he|she)(?:['\u2019](?:s|ll|d))?(?![\\p{L}'])");

    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}\\p{Ll}[\\p{L}'\u2019-]*(?: \\p{Lu}\\p{Ll}[\\p{L}'\u2019-]*){0,2}");

    private final Grammar grammar;
    private final Judge judge;
    private final EntityFinder entities;

    Leaning(Grammar grammar, Judge judge, EntityFinder entities) {
        this.grammar = grammar;
        this.judge = judge;
        this.entities = entities;
    }

    boolean leans(Sentence sentence) {
        return grammar.pronoun(sentence).isPresent();
    }

    /// Whether it says nothing of anything without the question that it answers.
    boolean isFragment(Sentence sentence) {
        return grammar.isFragment(sentence);
    }

    /// Says nothing of anything, and names nothing.
    boolean isAside(Sentence sentence) {
        return grammar.isVerbless(sentence) && entities.in(sentence.text()).isEmpty();
    }

    /// The sentence before it in the same turn, when the two can be said together.
    Optional<Sentence> support(Sentence sentence, Reading reading) {
        return reading.sentences().stream()
                .filter(before -> before.position() == sentence.position() - 1)
                .filter(before -> before.text().length() <= SUPPORT_CHARACTERS)
                .filter(before -> !judge.isPersonal(before) && !judge.isSmallTalk(before.words()))
                .findFirst();
    }

    /// The same, led by what the first of them leans on.
    List<Sentence> supported(List<Sentence> sentences, Reading reading) {
        Optional<Sentence> before = sentences.stream()
                .limit(1)
                .filter(this::leans)
                .flatMap(first -> support(first, reading).stream())
                .findFirst();
        return Stream.concat(before.stream(), sentences.stream()).toList();
    }

    /// The same with the name of the person that it speaks of, if it is clear.
    String named(String said, Sentence sentence, Window window) {
        Optional<String> pronoun = grammar.pronoun(sentence).filter(OF_PEOPLE::contains);
        Matcher first = PERSON.matcher(said);
        if (pronoun.isEmpty() || !first.find()) {
            return said;
        }
        Collection<String> people = people(sentence, window);
        return people.size() == 1
                ? said.substring(0, first.end()) + " (" + people.iterator().next() + ")" + said.substring(first.end())
                : said;
    }

    /// Those spoken of earlier in the turn, or else in what was said before it.
    private Collection<String> people(Sentence sentence, Window window) {
        Collection<String> here =
                people(window.now().sentences().stream().filter(one -> one.position() < sentence.position()));
        List<Reading> before = window.before();
        return here.isEmpty()
                ? people(before.subList(Math.max(0, before.size() - READINGS_BACK), before.size()).stream()
                        .flatMap(reading -> reading.sentences().stream()))
                : here;
    }

    /// "Petra Olafsen" goes before "Petra" and "Oslo".
    private Collection<String> people(Stream<Sentence> sentences) {
        List<String> names = sentences
                .flatMap(sentence -> entities.in(sentence.text()).stream())
                .filter(Leaning::mayBePerson)
                .map(Entity::name)
                .distinct()
                .toList();
        List<String> full = names.stream().filter(name -> name.indexOf(' ') > 0).toList();
        return full.isEmpty() ? names : full;
    }

    private static boolean mayBePerson(Entity entity) {
        boolean named = entity.kind().equals(Entity.PERSON) || entity.kind().equals(Entity.NAME);
        return named && NAME.matcher(entity.name()).matches();
    }
}
