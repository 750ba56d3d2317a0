package dev.kept.application.extraction.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.TurnId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationFinderTest {
    private static final List<Entity> NAMED = List.of(
            new Entity("Priya", Entity.NAME, List.of()),
            new Entity("Wiebke Lund", Entity.PERSON, List.of()),
            new Entity("Bram", Entity.NAME, List.of()),
            new Entity("Tallyho", Entity.NAME, List.of()),
            new Entity("Oberkamp", Entity.NAME, List.of()),
            new Entity("billing-service", Entity.CODE, List.of()),
            new Entity("PostgreSQL", Entity.TECHNOLOGY, List.of("postgres")),
            new Entity("MySQL", Entity.TECHNOLOGY, List.of()),
            new Entity("Make", Entity.TECHNOLOGY, List.of()));

    private final RelationFinder finder = new RelationFinder(new Tagged());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Priya owns billing-service | Priya owns billing-service
                    billing-service is owned by Priya | Priya owns billing-service
                    billing-service is maintained by Priya | Priya maintains billing-service
                    Priya is responsible for the nightly reports | Priya responsible_for nightly reports
                    the nightly reports are handled by Priya | Priya responsible_for nightly reports
                    the nightly reports went to Priya | Priya responsible_for nightly reports
                    Bram , payroll is his | Bram responsible_for payroll
                    Bram joined in May and he runs payroll | Bram responsible_for payroll
                    Bram , she's our tax adviser | Bram role tax adviser
                    our photographer Wiebke Lund came | Wiebke Lund role photographer
                    Bram reports to Priya | Bram reports_to Priya
                    Wiebke Lund works for Oberkamp | Wiebke Lund works_for Oberkamp
                    Bram prefers short meetings | Bram prefers short meetings
                    MySQL was replaced by Postgres | MySQL replaced_by PostgreSQL
                    Postgres replaces MySQL | MySQL replaced_by PostgreSQL
                    we moved everything from MySQL to Postgres | MySQL replaced_by PostgreSQL
                    Postgres instead of MySQL | MySQL replaced_by PostgreSQL
                    MySQL couldn't keep up , Postgres does | MySQL replaced_by PostgreSQL
                    billing-service depends on Postgres | billing-service depends_on PostgreSQL
                    billing-service talks to Postgres | billing-service depends_on PostgreSQL
                    Tallyho is written in Postgres | Tallyho uses PostgreSQL
                    Tallyho runs on Oberkamp | Tallyho runs_on Oberkamp
                    billing-service is part of Tallyho | billing-service part_of Tallyho
                    """)
    void tellsWhoIsTiedToWhatInWhichDirection(String text, String tie) {
        assertEquals(List.of(tie), ties(text, Optional.empty()));
    }

    @Test
    void whatTheTalkIsAboutUsesWhatIsNamed() {
        assertEquals(List.of("Tallyho uses PostgreSQL"), ties("the data is in Postgres", Optional.of("Tallyho")));
        assertEquals(List.of(), ties("the data is no longer in Postgres", Optional.of("Tallyho")));
        assertEquals(List.of(), ties("they make nothing", Optional.of("Tallyho")));
    }

    @Test
    void findsWhatATalkIsAbout() {
        assertEquals(Optional.of("Tallyho"), finder.topicOf("I look after Tallyho", NAMED));
        assertEquals(Optional.of("Tallyho"), finder.topicOf("Tallyho is a small bot", NAMED));
        assertEquals(Optional.empty(), finder.topicOf("Bram , our photographer", NAMED));
    }

    @Test
    void tiesNothingToItself() {
        assertEquals(List.of(), ties("Postgres replaces Postgres", Optional.empty()));
    }

    private List<String> ties(String text, Optional<String> topic) {
        return finder.in(text, NAMED, new TurnId("t_1"), () -> topic).stream()
                .map(tie -> tie.from() + " " + tie.relation() + " " + tie.to())
                .toList();
    }

    /// Tells nouns by a list, as a tagger tells them by a model.
    private static final class Tagged implements Linguistics {
        private static final Set<String> NOUNS = Set.of(
                "reports", "payroll", "adviser", "photographer", "meetings", "tax", "bot", "data", "billing-service");
        private static final Map<String, String> OTHERS = Map.of("nightly", "ADJ", "short", "ADJ", "small", "ADJ");
        private static final Pattern SPACE = Pattern.compile(" ");

        @Override
        public List<String> sentences(String text) {
            return List.of(text);
        }

        @Override
        public List<Token> tokens(String sentence) {
            return Arrays.stream(SPACE.split(sentence))
                    .map(word -> new Token(word, tag(word), word.toLowerCase(Locale.ROOT)))
                    .toList();
        }

        private static String tag(String word) {
            if (NOUNS.contains(word)) {
                return "NOUN";
            }
            return OTHERS.getOrDefault(word, Character.isUpperCase(word.charAt(0)) ? "PROPN" : "X");
        }
    }
}
