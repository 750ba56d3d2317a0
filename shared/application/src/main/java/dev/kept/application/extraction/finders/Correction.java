package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.names.Entity;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.names.Technologies;
import dev.kept.application.extraction.reading.Gist;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.application.extraction.words.Values;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words what is said instead of something else so that it stands alone: "our deadline is June 12", "actually it's July
/// 3" becomes "our deadline is July 3".
final class Correction {
    private static final Pattern NOT = Pattern.compile(
            "(?i)^(?:it's |it is |use |make it |that's )?([^,]{1,80}?),? (?:and |but )?not ([^,]{1,80})$");
    private static final Pattern IT_IS = Pattern.compile(
            "(?i)^(?:it's|it is|it was|it should be|it'll be|they're|they are|make it|make that|i meant|should be|that's|that was)"
                    + " (.{1,200})$");
    private static final Pattern COPULA =
            Pattern.compile("(?i)^(.{2,80}?) (is|are|was|were|will be|should be)(?: [^,.;]{1,80})?$");
    private static final Pattern LEANS = Pattern.compile(
            "(?i)^(?:it|it's|it'll|that|that's|they|they're|this|these|those|he|she|make|should|not|i meant)\\b.*");
    private static final int WORDS_ALONE = 3;

    private final EntityFinder entities;
    private final Technologies technologies;
    private final Wording wording;

    Correction(EntityFinder entities, Technologies technologies, Wording wording) {
        this.entities = entities;
        this.technologies = technologies;
        this.wording = wording;
    }

    boolean standsAlone(String said) {
        return ContentWords.of(said).size() >= WORDS_ALONE
                && !LEANS.matcher(said).matches();
    }

    /// Whether it tells a value or a name.
    boolean tells(String said) {
        return !Values.in(said).isEmpty() || !entities.in(said).isEmpty();
    }

    /// Empty when it does not correct that.
    Optional<String> of(Sentence before, TakenBack taken) {
        String old = wording.clean(before.text()).replaceFirst("[\\s.!]+$", "");
        String said = taken.rest();
        Optional<String> swapped = swapped(old, said);
        if (swapped.isPresent()) {
            return swapped;
        }
        return competes(old, said) || (taken.outright() && tells(said))
                ? Optional.of(restated(old, said))
                : Optional.empty();
    }

    /// "Kafka, not RabbitMQ".
    private static Optional<String> swapped(String old, String said) {
        Matcher not = NOT.matcher(said);
        if (!not.matches()) {
            return Optional.empty();
        }
        Pattern wrong = Pattern.compile(
                "(?i)(?<![\\p{L}\\p{N}])" + Pattern.quote(not.group(2).strip()) + "(?![\\p{L}\\p{N}])");
        return wrong.matcher(old).find()
                ? Optional.of(wrong.matcher(old)
                        .replaceFirst(Matcher.quoteReplacement(not.group(1).strip())))
                : Optional.empty();
    }

    private boolean competes(String old, String said) {
        Gist before = Gist.of(old);
        Gist now = Gist.of(said);
        return !before.differingValues(now).isEmpty()
                || (isTime(before.values()) && now.values().containsKey(Values.AMOUNT))
                || technologiesCompete(entities.in(old), entities.in(said));
    }

    private static boolean isTime(Map<String, Set<String>> values) {
        return values.containsKey("time");
    }

    private boolean technologiesCompete(Collection<Entity> old, Collection<Entity> now) {
        return old.stream()
                .anyMatch(one -> now.stream().anyMatch(other -> technologies.compete(other.name(), one.name())));
    }

    private String restated(String old, String said) {
        Matcher itIs = IT_IS.matcher(said);
        if (!itIs.matches()) {
            return old + " \u2014 corrected: " + said;
        }
        String value = itIs.group(1);
        Matcher copula = COPULA.matcher(old);
        if (copula.matches()) {
            return copula.group(1) + " " + copula.group(2).toLowerCase(Locale.ROOT) + " " + value;
        }
        return renamed(old, value).orElse(old + " \u2014 corrected: " + value);
    }

    private Optional<String> renamed(String old, String value) {
        return entities.in(old).stream()
                .map(Entity::name)
                .filter(name -> entities.in(value).stream().anyMatch(other -> technologies.compete(other.name(), name)))
                .filter(old::contains)
                .findFirst()
                .map(name -> old.replace(name, value));
    }
}
