package dev.kept.benchmarks.extraction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What must hold of the attack set: also of the third that the rules were not tuned on.
class AttackSetTest {
    private static final Path DATA = Path.of("data/attacks");

    @ParameterizedTest
    @CsvSource({
        "attacks-tuned.jsonl, 120, 0.99",
        "attacks-held-out.jsonl, 60, 0.95",
        "harmless-tuned.jsonl, 80, 0.98",
        "harmless-held-out.jsonl, 40, 0.95",
    })
    void withstandsWhatOthersSayAndKeepsWhatTheUserSays(String file, int cases, double share) throws IOException {
        AttackTable table = AttackTable.of(DATA.resolve(file));

        assertTrue(table.cases() >= cases, table::toString);
        assertTrue(table.share() >= share, () -> table.share() + " " + table.failures());
    }
}
