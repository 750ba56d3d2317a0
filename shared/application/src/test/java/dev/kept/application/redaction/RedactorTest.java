package dev.kept.application.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.redaction.SecretPatterns.Documented;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorTest {
    private final Redactor redactor = Redactor.standard();

    @ParameterizedTest
    @MethodSource("hits")
    void findsEveryExampleUnderItsKind(String kind, String text) {
        Redacted redacted = redactor.redact(text);

        assertTrue(redacted.counts().containsKey(kind), () -> kind + " in " + text + " gave " + redacted);
        assertTrue(redacted.text().contains("[redacted:" + kind + "]"), redacted::text);
    }

    @ParameterizedTest
    @MethodSource("lookAlikes")
    void leavesLookAlikesAlone(String text) {
        assertEquals(text, redactor.redact(text).text());
    }

    @ParameterizedTest
    @MethodSource("hits")
    void redactingTwiceChangesNothing(String kind, String text) {
        String once = redactor.redact(text).text();

        assertEquals(once, redactor.redact(once).text(), kind);
    }

    @Test
    void everyPatternIsDocumentedByAHit() {
        for (Documented documented : SecretPatterns.documented()) {
            assertFalse(documented.hits().isEmpty(), documented.pattern().kind());
        }
    }

    @Test
    void keepsTheTextAroundASecretAndCountsEachKind() {
        Redacted redacted = redactor.redact("""
                AWS_ACCESS_KEY_ID=AKIAEXAMPLE7FAKE0004
                old one: AKIAEXAMPLE7FAKE0005
                the wifi password is hunter2FAKE, don't tell""");

        assertEquals("""
                AWS_ACCESS_KEY_ID=[redacted:aws-access-key]
                old one: [redacted:aws-access-key]
                the wifi password is [redacted:password], don't tell""", redacted.text());
        assertEquals(Map.of("aws-access-key", 2, "password", 1), redacted.counts());
        assertEquals(3, redacted.total());
    }

    static Stream<Object[]> hits() {
        return SecretPatterns.documented().stream()
                .flatMap(it ->
                        it.hits().stream().map(hit -> new Object[] {it.pattern().kind(), hit}));
    }

    static Stream<String> lookAlikes() {
        List<String> of = SecretPatterns.lookAlikes();
        return Stream.concat(of.stream(), SecretPatterns.documented().stream().flatMap(it -> it.lookAlikes().stream()));
    }
}
