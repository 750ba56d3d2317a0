package dev.kept.application.extraction.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a node wakes every 15 minutes              | duration      | 15 minute
            nodes wake once an hour now                | duration      | 1 hour
            every three hours at night                 | duration      | 3 hour
            the report goes out weekly                 | duration      | 1 week
            timeout is 30s                             | duration      | 30 s
            standup at 9:30                            | time          | 9:30
            standup at 10 am                           | time          | 10am
            rent is $450                               | money         | 450 $
            at most 160 euro a night                   | money         | 160 euro
            containers get 512 MB                      | size          | 512 mb
            we keep 20 % back                          | share         | 20 %
            room for twelve seats                      | amount seat   | 12
            room for 14 seats                          | amount seat   | 14
            we fly on May 9                            | date          | may 9
            retro is on Thursdays                      | day           | thu""")
    void valuesHaveAKind(String text, String kind, String value) {
        assertEquals(
                Set.of(value), Values.in(text).get(kind), () -> Values.in(text).toString());
    }

    @Test
    void anArticleIsNoNumber() {
        assertEquals(Map.of(), Values.in("a day later we found an hour of logs"));
    }

    @Test
    void severalValuesOfOneKindStandTogether() {
        assertEquals(
                Map.of("duration", Set.of("1 hour", "3 hour")),
                Values.in("once an hour, and every three hours at night"));
    }
}
