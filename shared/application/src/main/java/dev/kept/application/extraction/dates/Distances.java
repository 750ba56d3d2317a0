package dev.kept.application.extraction.dates;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// "Two weeks ago", "3 months from now", "we'll move in two weeks". How long something takes ("done
/// in two weeks") is no date.
final class Distances implements DatePhrase {
    private static final Set<String> VAGUE =
            Set.of("than", "over", "least", "almost", "nearly", "under", "every", "to");
    private static final Set<String> ROUGH = Set.of("about", "around", "roughly", "approximately", "maybe", "some");
    private static final Set<String> US = Set.of("i", "we", "i'm", "we're", "i'll", "we'll", "my", "our");

    private record Length(int amount, ChronoUnit unit, int words, boolean rough) {
        DateSpan from(LocalDate on, int sign) {
            LocalDate day = on.plus((long) sign * amount, unit);
            return rough && unit == ChronoUnit.DAYS ? DateSpan.around(day) : DateSpan.distant(day, unit);
        }
    }

    @Override
    public Optional<Found> at(TimedWords said, int i) {
        if (said.isAny(i, "in")) {
            return length(said, i + 1)
                    .filter(_ -> isOnce(said, i))
                    .map(length -> new Found(length.words() + 1, length.from(said.on(), 1)));
        }
        Optional<Length> length = VAGUE.contains(said.at(i - 1)) ? Optional.empty() : length(said, i);
        return length.flatMap(one -> ended(said, i + one.words(), one));
    }

    private static Optional<Found> ended(TimedWords said, int end, Length length) {
        if (said.isAny(end, "ago", "back")) {
            return Optional.of(new Found(length.words() + 1, length.from(said.on(), -1)));
        }
        boolean fromNow = said.isAny(end, "from") && said.isAny(end + 1, "now", "today");
        return fromNow ? Optional.of(new Found(length.words() + 2, length.from(said.on(), 1))) : Optional.empty();
    }

    private static boolean isOnce(TimedWords said, int i) {
        return !said.isHabit() && !said.denies() && said.hasAny(US) && said.tense(i) == Tense.FUTURE;
    }

    private static Optional<Length> length(TimedWords said, int i) {
        if (said.isAny(i, "half") && said.isAny(i + 1, "a") && said.isAny(i + 2, "year")) {
            return Optional.of(new Length(6, ChronoUnit.MONTHS, 3, true));
        }
        boolean of = said.isAny(i, "couple") && said.isAny(i + 1, "of");
        int unitAt = of ? i + 2 : i + 1;
        boolean rough = said.isAny(i, "couple") || ROUGH.contains(said.at(i - 1));
        return Optional.ofNullable(DateWords.UNITS.get(said.at(unitAt)))
                .flatMap(unit ->
                        DateWords.amount(said.at(i)).map(amount -> new Length(amount, unit, unitAt - i + 1, rough)));
    }
}
