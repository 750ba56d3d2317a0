package dev.kept.application.extraction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One of several statements about the same subject, each of which outdates those said before it.
record Told(int subject, String text, Instant at) {
    static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private static final List<String> SUBJECTS = List.of(
            "the deadline of the billing report is %s %d",
            "the checkout service of the web shop talks to Redis on port 6%2$d3%2$d",
            "Marta's team in Lisbon has %2$d developers",
            "nightly backups of the ledger are kept for %2$d days");
    private static final List<String> MONTHS = List.of("April", "June", "July", "October");

    /// Four about each of four subjects, in the order of the subjects.
    static List<Told> all() {
        List<Told> statements = new ArrayList<>();
        for (int subject = 0; subject < SUBJECTS.size(); subject++) {
            for (int change = 0; change < MONTHS.size(); change++) {
                String text = SUBJECTS.get(subject).formatted(MONTHS.get(change), change + 3);
                statements.add(new Told(subject, text, BEGIN.plus(Duration.ofDays(10L * change + subject))));
            }
        }
        return statements;
    }

    /// What the newest about each subject says, sorted.
    static List<String> newest(List<Told> statements) {
        return statements.stream()
                .filter(statement -> statements.stream()
                        .noneMatch(other -> other.subject() == statement.subject()
                                && other.at().isAfter(statement.at())))
                .map(Told::text)
                .sorted()
                .toList();
    }
}
