package dev.kept.application.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedPeriodTest {
    /// A Thursday.
    private static final Instant NOW = Instant.parse("2026-03-12T15:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What did Ada order in May 2023?       | 2023-05-01 | 2023-05-31
                    What happened on 8 May 2023?          | 2023-05-08 | 2023-05-14
                    What happened on May 8th, 2023?       | 2023-05-08 | 2023-05-14
                    the plan of Sept. 2024                | 2024-09-01 | 2024-09-30
                    what broke on 2026-03-02              | 2026-03-02 | 2026-03-02
                    what broke in 2026-02                 | 2026-02-01 | 2026-02-28
                    Where did we travel in 2022?          | 2022-01-01 | 2022-12-31
                    what did we decide yesterday?         | 2026-03-11 | 2026-03-11
                    what did I say today                  | 2026-03-12 | 2026-03-12
                    What broke last week?                 | 2026-03-02 | 2026-03-08
                    what did we ship last month           | 2026-02-01 | 2026-02-28
                    what did we ship this year            | 2026-01-01 | 2026-12-31
                    the deploy on Friday                  | 2026-03-06 | 2026-03-06
                    the bug from three days ago           | 2026-03-09 | 2026-03-09
                    the bug from 2 weeks ago              | 2026-02-23 | 2026-03-01
                    """)
    void readsThePeriod(String question, LocalDate first, LocalDate last) {
        AskedPeriod period = AskedPeriod.in(question, NOW);
        assertEquals(false, period.holds(at(first.minusDays(1))), "before");
        assertEquals(true, period.holds(at(first)), "first");
        assertEquals(true, period.holds(at(last)), "last");
        assertEquals(false, period.holds(at(last.plusDays(1))), "after");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What may have happened?
                    which port is it, 2023?
                    March on and decide
                    on 99 May 20233
                    an error 300 days ago and 999 days ago
                    Who marches?
                    🙂
                    """)
    void namesNoneOfThatDay(String question) {
        assertEquals(false, AskedPeriod.in(question, NOW).holds(Instant.parse("2021-04-01T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "What did Ada do in June?,true",
        "What did Ada do in May or June?,true",
        "What did she do in July?,false"
    })
    void aMonthWithoutAYearIsThatOfAnyYear(String question, boolean holds) {
        assertEquals(holds, AskedPeriod.in(question, NOW).holds(Instant.parse("2019-06-15T12:00:00Z")));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
