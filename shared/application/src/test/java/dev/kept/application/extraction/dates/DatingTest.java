package dev.kept.application.extraction.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.FakeLinguistics;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatingTest {
    /// A Sunday.
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    private final Dating dating = new Dating(new FakeLinguistics());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we switched to pnpm last Tuesday              | we switched to pnpm last Tuesday (2026-11-17)
            it broke yesterday.                           | it broke yesterday (2026-11-21).
            it broke yesterday morning                    | it broke yesterday morning (2026-11-21)
            Yesterday's outage was DNS                    | Yesterday's (2026-11-21) outage was DNS
            since yesterday's deploy it is slow           | since yesterday's (2026-11-21) deploy it is slow
            the demo moved to tomorrow at 3               | the demo moved to tomorrow (2026-11-23) at 3
            we met the day before yesterday               | we met the day before yesterday (2026-11-20)
            the auditor comes the day after tomorrow      | the auditor comes the day after tomorrow (2026-11-24)
            feed sits at Hullabase since last night       | feed sits at Hullabase since last night (2026-11-21)
            biblatex is on numeric-comp as of this morning | biblatex is on numeric-comp as of this morning (2026-11-22)
            retries run on day 2 since today              | retries run on day 2 since today (2026-11-22)
            two weeks ago we dropped Redis                | two weeks ago (week of 2026-11-02) we dropped Redis
            I joined 3 days ago                           | I joined 3 days ago (2026-11-19)
            I joined about 3 days ago                     | I joined about 3 days ago (around 2026-11-19)
            a couple of days ago the disk died            | a couple of days ago (around 2026-11-20) the disk died
            we left Heroku a year ago                     | we left Heroku a year ago (2025)
            we left Heroku half a year ago                | we left Heroku half a year ago (2026-05)
            we left Heroku 3 months ago                   | we left Heroku 3 months ago (2026-08)
            the licence ends two months from now          | the licence ends two months from now (2027-01)
            last week we went live                        | last week (week of 2026-11-09) we went live
            the freeze is next week                       | the freeze is next week (week of 2026-11-23)
            since monday last week                        | since monday last week (2026-11-09)
            the review is next week on Tuesday            | the review is next week on Tuesday (2026-11-24)
            the week after next I am away                 | the week after next (week of 2026-11-30) I am away
            runs in Leeds since last weekend              | runs in Leeds since last weekend (weekend of 2026-11-14)
            last month we burnt 1,340                     | last month (2026-10) we burnt 1,340
            everything is plain models as of this month   | everything is plain models as of this month (2026-11)
            we go to Lisbon next month                    | we go to Lisbon next month (2026-12)
            cached with last year's key                   | cached with last year's (2025) key
            next year we hire two                         | next year (2027) we hire two
            last quarter we shipped v2                    | last quarter (2026-Q3) we shipped v2
            next quarter it is Rust                       | next quarter (2027-Q1) it is Rust
            this spring we moved to Rust                  | this spring (2026) we moved to Rust
            last winter the pipes froze                   | last winter (2025/26) the pipes froze
            next spring we open in Oslo                   | next spring (2027) we open in Oslo
            last March we moved                           | last March (2026-03) we moved
            done by the end of the month                  | done by the end of the month (2026-11)
            no :( since yesterday: a timeout              | no :( since yesterday (2026-11-21): a timeout
            it creates every record twice since Monday    | it creates every record twice since Monday (2026-11-16)
            (since last week it is faster)                | (since last week [week of 2026-11-09] it is faster)
            """)
    void writesTheDateBesideTheWords(String said, String dated) {
        assertEquals(dated, dating.dated(said, SUNDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we shipped on Thursday             | we shipped on Thursday (2026-11-19)
            we will ship on Thursday           | we will ship on Thursday (2026-11-26)
            we went live on Thursday           | we went live on Thursday (2026-11-19)
            it didn't work on Thursday         | it didn't work on Thursday (2026-11-19)
            it is planned for Thursday         | it is planned for Thursday (2026-11-26)
            we decided to wait until Thursday  | we decided to wait until Thursday (2026-11-26)
            we're moving on Thursday           | we're moving on Thursday (2026-11-26)
            we are going to ship on Thursday   | we are going to ship on Thursday (2026-11-26)
            DMARC is at quarantine as of 4 May | DMARC is at quarantine as of 4 May (2026-05-04)
            we'll ship on Thursday             | we'll ship on Thursday (2026-11-26)
            the demo is on Thursday            | the demo is on Thursday (2026-11-26)
            docker builds die since thursday   | docker builds die since thursday (2026-11-19)
            the slides must be done by Friday  | the slides must be done by Friday (2026-11-27)
            I am away until Wednesday          | I am away until Wednesday (2026-11-25)
            she owns it since October          | she owns it since October (2026-10)
            she owns it since December         | she owns it since December (2025-12)
            on leave till January              | on leave till January (2027-01)
            we moved in March                  | we moved in March (2026-03)
            we will move in March              | we will move in March (2027-03)
            the rack moved at the end of February     | the rack moved at the end of February (2026-02)
            we will move in two weeks          | we will move in two weeks (week of 2026-11-30)
            """)
    void theVerbTellsTheWay(String said, String dated) {
        assertEquals(dated, dating.dated(said, SUNDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we switched on March 17            | 2026-03-25 | we switched on March 17 (2026-03-17)
            the cutover: March 17              | 2026-03-25 | the cutover: March 17
            they offered us the 26th of March  | 2026-11-22 | they offered us the 26th of March
            in-house since March 1st           | 2026-02-20 | in-house since March 1st (2025-03-01)
            it broke yesterday                 | 2026-03-01 | it broke yesterday (2026-02-28)
            it broke yesterday                 | 2028-03-01 | it broke yesterday (2028-02-29)
            it broke yesterday                 | 2027-01-01 | it broke yesterday (2026-12-31)
            due tomorrow                       | 2026-12-31 | due tomorrow (2027-01-01)
            last week was calm                 | 2027-01-04 | last week (week of 2026-12-28) was calm
            last month was calm                | 2027-01-31 | last month (2026-12) was calm
            next month is busy                 | 2026-12-31 | next month (2027-01) is busy
            next month is busy                 | 2027-01-31 | next month (2027-02) is busy
            a month ago                        | 2026-03-31 | a month ago (2026-02)
            last quarter was calm              | 2027-01-15 | last quarter (2026-Q4) was calm
            last Friday it broke               | 2026-11-20 | last Friday (2026-11-13) it broke
            last Friday it broke               | 2026-11-23 | last Friday (2026-11-20) it broke
            last Friday it broke               | 2026-11-21 | last Friday it broke
            next Friday we ship                | 2026-11-16 | next Friday (2026-11-27) we ship
            next Friday we ship                | 2026-11-20 | next Friday (2026-11-27) we ship
            this Friday we ship                | 2026-11-16 | this Friday (2026-11-20) we ship
            this coming Friday we ship         | 2026-11-20 | this coming Friday (2026-11-27) we ship
            coming Friday we ship              | 2026-11-16 | coming Friday (2026-11-20) we ship
            this past Friday it broke          | 2026-11-21 | this past Friday (2026-11-20) it broke
            builds die since friday            | 2026-11-20 | builds die since friday
            next Tuesday we ship               | 2026-12-30 | next Tuesday (2027-01-05) we ship
            next weekend we move               | 2026-11-21 | next weekend (weekend of 2026-11-28) we move
            next weekend we move               | 2026-11-18 | next weekend we move
            next winter we insulate            | 2026-03-10 | next winter we insulate
            last summer we moved               | 2026-01-10 | last summer (2025) we moved
            """)
    void countsFromTheDayOnWhichItWasSaid(String said, LocalDate on, String dated) {
        assertEquals(dated, dating.dated(said, on));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Friday deploys are forbidden",
                "no deploys on Friday",
                "never merge on Friday",
                "every Friday we ship",
                "on Fridays we ship",
                "we ship on Friday",
                "we ship every last Friday",
                "the last Friday of the month is for cleanup",
                "first Monday of each quarter",
                "issues leave on Tuesday at 10:00",
                "Monday to Friday, 9 to 5",
                "from Monday to Friday we are open",
                "we track work in Monday.com",
                "my sunday roast recipe",
                "this may break",
                "we march on",
                "we march in step",
                "wait a second",
                "the second node",
                "split is by time, last 7 days held out",
                "over the last week it was slow",
                "the next step is Rust",
                "last time someone read june as may",
                "it took two weeks",
                "tokens expire in 30 days",
                "runs every two weeks",
                "more than two years ago",
                "years ago",
                "the Tomorrow theme",
                "I read USA Today",
                "quarterly: March, June, September and December",
                "the shop closes June 15 - Aug 31",
                "my birthday is March 17",
                "April owns billing since June left",
                "we cut over on March 17, 2025",
                "in March 2025 we moved",
                "yesterday (2026-11-21) it broke",
                "on Friday the 13th it broke",
                "it shows `yesterday` in the header",
                "the widget keeps yesterday's moon",
                "what are we after today?",
                "From December 20 until the 10th of January no module is moved",
                "I like it now",
                "our deadline is June 12",
                "go-live 3 June",
                "my last day is the 31st of January",
                "nobody knows these days"
            })
    void datesNothingThatIsNoDateOrNotClearlyOne(String said) {
        assertEquals(said, dating.dated(said, SUNDAY));
    }

    @Test
    void datesAreTakenOffAgain() {
        String said = "last week (when it broke yesterday) we moved; since March 1st's outage, in-house (2026)";
        String dated = dating.dated(said, SUNDAY);

        assertEquals(Set.of("week of 2026-11-09", "2026-11-21", "2026-03-01"), Dating.dates(dated));
        assertEquals(said, Dating.undated(dated));
    }

    @Test
    void aDateIsWrittenOnce() {
        String dated = dating.dated("we switched last Tuesday, and last week it broke", SUNDAY);

        assertEquals(dated, dating.dated(dated, SUNDAY));
    }

    @Test
    void aDayBeginsWhereTheSpeakerLives() {
        assertEquals(LocalDate.of(2026, 11, 22), Dating.day(turn(Map.of())));
        assertEquals(LocalDate.of(2026, 11, 21), Dating.day(turn(Map.of("timeZone", "America/New_York"))));
        assertEquals(LocalDate.of(2026, 11, 22), Dating.day(turn(Map.of("timeZone", "Asia/Tokyo"))));
        assertEquals(LocalDate.of(2026, 11, 22), Dating.day(turn(Map.of("timeZone", "Nowhere/Town"))));
        assertEquals(LocalDate.of(2026, 11, 22), Dating.day(turn(Map.of("timeZone", 5))));
    }

    @Test
    void aLongTextFullOfDatesIsReadAtOnce() {
        String text = "in 3 days we will, on Friday, since may 5, ".repeat(14);
        FakeLinguistics linguistics = new FakeLinguistics();

        new Dating(linguistics).dated(text, SUNDAY);

        assertTrue(linguistics.charactersRead.get() <= text.length(), "tagged more than once");
    }

    private static Turn turn(Map<String, Object> metadata) {
        Utterance said = new Utterance(
                Optional.empty(),
                Role.USER,
                Optional.empty(),
                "x",
                Instant.parse("2026-11-22T02:30:00Z"),
                true,
                metadata);
        return new Turn(
                Owner.of(new UserId("ada")),
                new SessionId("s1"),
                Optional.empty(),
                new TurnId("t1"),
                said,
                said.occurredAt());
    }
}
