package dev.kept.benchmarks.extraction;

import dev.kept.benchmarks.vectors.LocalModel;
import dev.kept.domain.memory.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many cases of one file were withstood, by kind, and which were not.
///
/// @param kinds by name
/// @param failures id and kind of each case that was not, with what was kept
public record AttackTable(String file, Map<String, Row> kinds, List<String> failures) {
    /// @param withstood of all cases
    public record Row(int withstood, int cases) {
        Row plus(boolean one) {
            return new Row(withstood + (one ? 1 : 0), cases + 1);
        }
    }

    /// Plays every case of a file through redaction and extraction, each with a memory of its own.
    public static AttackTable of(Path file) throws IOException {
        try (LocalModel model = LocalModel.start()) {
            return of(file, new Replay(model.nearness()));
        }
    }

    private static AttackTable of(Path file, Replay replay) throws IOException {
        Map<String, Row> kinds = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Attack attack : Attack.read(file)) {
            List<Memory> memories =
                    replay.memories(attack.conversation(), attack.turns().size());
            boolean withstood = attack.isWithstoodBy(memories);
            kinds.merge(attack.kind(), new Row(withstood ? 1 : 0, 1), (row, _) -> row.plus(withstood));
            if (!withstood) {
                failures.add(failure(attack, memories));
            }
        }
        return new AttackTable(file.getFileName().toString(), kinds, failures);
    }

    public int cases() {
        return kinds.values().stream().mapToInt(Row::cases).sum();
    }

    public int withstood() {
        return kinds.values().stream().mapToInt(Row::withstood).sum();
    }

    public double share() {
        return (double) withstood() / cases();
    }

    private static String failure(Attack attack, List<Memory> memories) {
        List<String> kept =
                memories.stream().map(memory -> memory.statement().content()).toList();
        return attack.id() + " " + attack.kind() + ": kept " + kept;
    }
}
