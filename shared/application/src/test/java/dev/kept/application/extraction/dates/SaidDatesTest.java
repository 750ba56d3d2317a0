package dev.kept.application.extraction.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidDatesTest {
    /// A Sunday.
    private static final LocalDate ON = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it broke yesterday | 2026-11-21 | true",
                "it broke yesterday | 2026-11-20 | false",
                "it broke today | 2026-11-22 | true",
                "due tomorrow | 2026-11-23 | true",
                "since last Tuesday | 2026-11-17 | true",
                "since last tuesday | 2026-11-10 | true",
                "since last Tuesday | 2026-11-18 | false",
                "on Fridays | 2026-11-27 | true",
                "two weeks ago | 2026-11-08 | true",
                "2 weeks ago | 2026-11-08 | true",
                "in 3 days | 2026-11-25 | true",
                "we cut over on March 17 | 2026-03-17 | true",
                "we cut over on the 17th march | 2025-03-17 | true",
                "we cut over on March 17 | 2026-03-18 | false",
                "next week | 2026-11-25 | true",
                "next week | 2026-12-05 | false",
                "last month | 2026-10 | true",
                "last month | 2026-10-11 | false",
                "last month | 2026-09 | false",
                "in September | 2026-09 | true",
                "since last year | 2025 | true",
                "since last year | 2023 | false",
                "a couple months ago | 2026-09 | true",
                "nothing of the kind | 2026-11-22 | false",
                "yesterday | 2026-99-99 | false",
                "yesterday | yesterday! | false"
            })
    void explainsWhatWordsCanMean(String said, String date, boolean meant) {
        SaidDates dates = new SaidDates();
        dates.add(said, ON);

        assertEquals(meant, dates.explain(date));
    }
}
