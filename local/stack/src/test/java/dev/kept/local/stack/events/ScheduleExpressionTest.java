package dev.kept.local.stack.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    /// A Wednesday.
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-04-01T10:07:30Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(5 minutes)        | 2026-04-01T10:12:30Z",
                "rate(1 hour)           | 2026-04-01T11:07:30Z",
                "rate(2 days)           | 2026-04-03T10:07:30Z",
                "cron(0 3 * * ? *)      | 2026-04-02T03:00:00Z",
                "cron(0/15 * * * ? *)   | 2026-04-01T10:15:00Z",
                "cron(0 12 ? * 2 *)     | 2026-04-06T12:00:00Z",
                "cron(30 8 1 * ? *)     | 2026-05-01T08:30:00Z",
                "at(2026-12-24T18:00:00)| 2026-12-24T18:00:00Z",
            })
    void isDueNext(String expression, String expected) {
        var next =
                ScheduleExpression.parse(expression, ZoneId.of("UTC")).next(NOW).orElseThrow();
        assertEquals(ZonedDateTime.parse(expected).toInstant(), next.toInstant());
    }

    @Test
    void keepsToItsTimeZone() {
        var next = ScheduleExpression.parse("cron(0 3 * * ? *)", ZoneId.of("Europe/Berlin"))
                .next(NOW)
                .orElseThrow();
        assertEquals(ZonedDateTime.parse("2026-04-02T01:00:00Z").toInstant(), next.toInstant());
    }

    @Test
    void isNeverDueAgainOnceItsTimeIsOver() {
        assertEquals(
                true,
                ScheduleExpression.parse("at(2020-01-01T00:00:00)", ZoneId.of("UTC"))
                        .next(NOW)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"every day", "rate(five minutes)", "cron(0 3)", "rate(5 weeks)"})
    void refusesWhatIsNoSchedule(String expression) {
        assertThrows(IllegalArgumentException.class, () -> ScheduleExpression.parse(expression, ZoneId.of("UTC")));
    }
}
