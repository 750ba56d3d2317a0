package dev.kept.application.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private final Redactor redactor = Redactor.standard();
    private final Redactor strict = Redactor.of(PersonalPolicy.parse("strict"));

    @ParameterizedTest
    @MethodSource("hits")
    void findsEveryExampleUnderItsKind(String kind, String text) {
        Redacted redacted = strict.redact(text);

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
        String once = strict.redact(text).text();

        assertEquals(once, strict.redact(once).text(), kind);
    }

    @Test
    void everyPatternHasAHit() {
        assertEquals(
                SecretPatterns.bundled().stream().map(SecretPattern::kind).toList(),
                SecretExamples.all().stream().map(SecretExamples::kind).toList());
        SecretExamples.all().forEach(of -> assertFalse(of.hits().isEmpty(), of.kind()));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abandon ability able about above absent absorb abstract absurd abuse access accident",
                "my wallet: zoo zone youth young yellow year yard wrong write wrist wrestle wreck",
                "1. zoo 2. zone 3. youth 4. young 5. yellow 6. year 7. yard 8. wrong 9. write 10. wrist 11. wrest 12. wreck",
            })
    void findsTheWordsThatRestoreAWallet(String text) {
        Redacted redacted = redactor.redact("look\n" + text + "\nkeep it");

        assertEquals(Map.of("recovery-phrase", 1), redacted.counts());
        assertFalse(redacted.text().contains("wr"), redacted::text);
        assertTrue(redacted.text().endsWith("]\nkeep it"), redacted::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every service must write its logs with the same fields and levels please",
                "kafka redis nginx vault consul nomad",
                "use spaces never tabs, keep lines short, name things well, test them all, twice",
            })
    void leavesSentencesAndListsThatAreNoPhrase(String text) {
        assertEquals(text, redactor.redact(text).text());
    }

    @Test
    void personalIdentifiersAreReplacedByPolicyOnly() {
        String text = "write to jo@mail.example or call +44 7700 900123";

        assertEquals(text, redactor.redact(text).text());
        assertEquals(
                "write to [redacted:email] or call +44 7700 900123",
                Redactor.of(PersonalPolicy.parse("email")).redact(text).text());
        assertEquals(
                "write to [redacted:email] or call [redacted:phone]",
                strict.redact(text).text());
        assertThrows(IllegalArgumentException.class, () -> PersonalPolicy.parse("email,shoe-size"));
    }

    @Test
    void whatFindsMoreHasAnotherVersion() {
        assertEquals(redactor.version(), Redactor.standard().version());
        assertNotEquals(redactor.version(), strict.version());
    }

    static Stream<Object[]> hits() {
        return SecretExamples.all().stream()
                .flatMap(of -> of.hits().stream().map(hit -> new Object[] {of.kind(), hit}));
    }

    static Stream<String> lookAlikes() {
        return Stream.concat(
                SecretExamples.ofNothing().stream(),
                SecretExamples.all().stream().flatMap(of -> of.lookAlikes().stream()));
    }
}
