package dev.kept.local.stack.events;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a schedule is due: `rate(5 minutes)`, `cron(0 3 * * ? *)` or `at(2027-01-01T00:00:00)`.
/// See https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
sealed interface ScheduleExpression {

    Pattern FORM = Pattern.compile("(rate|cron|at)\\((.+)\\)");
    Pattern RATE = Pattern.compile("(\\d+) (minute|hour|day)s?");

    /// The first time after the given one; empty where there will be none.
    Optional<ZonedDateTime> next(ZonedDateTime after);

    static ScheduleExpression parse(String expression, ZoneId zone) {
        Matcher form = FORM.matcher(expression.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a schedule is rate(…), cron(…) or at(…), not " + expression);
        }
        String inner = form.group(2);
        return switch (form.group(1)) {
            case "rate" -> rate(inner);
            case "at" -> new Once(LocalDateTime.parse(inner).atZone(zone));
            default -> cron(inner, zone);
        };
    }

    private static ScheduleExpression rate(String text) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            throw new IllegalArgumentException("a rate is a number of minutes, hours or days, not " + text);
        }
        long count = Long.parseLong(rate.group(1));
        return new Every(
                switch (rate.group(2)) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /// Quartz's form is AWS's with seconds in front: both count the days of a week from Sunday, as 1, and need a
    /// question mark.
    private static ScheduleExpression cron(String text, ZoneId zone) {
        var parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
        return new Calendar(ExecutionTime.forCron(parser.parse("0 " + text)), zone);
    }

    record Every(Duration period) implements ScheduleExpression {

        @Override
        public Optional<ZonedDateTime> next(ZonedDateTime after) {
            return Optional.of(after.plus(period));
        }
    }

    record Once(ZonedDateTime time) implements ScheduleExpression {

        @Override
        public Optional<ZonedDateTime> next(ZonedDateTime after) {
            return Optional.of(time).filter(due -> due.isAfter(after));
        }
    }

    record Calendar(ExecutionTime times, ZoneId zone) implements ScheduleExpression {

        @Override
        public Optional<ZonedDateTime> next(ZonedDateTime after) {
            return times.nextExecution(after.withZoneSameInstant(zone));
        }
    }
}
