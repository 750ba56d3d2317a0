package dev.kept.local.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// Advisories that do not concern how a library is used here: lines of an id and the reason.
record AcceptedAdvisories(Map<String, String> reasons) {
    static AcceptedAdvisories read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new AcceptedAdvisories(Map.of());
        }
        return new AcceptedAdvisories(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], AcceptedAdvisories::reason)));
    }

    private static String reason(String[] line) {
        if (line.length < 2 || line[1].isBlank()) {
            throw new PackageRefused(line[0] + " is accepted without a reason");
        }
        return line[1];
    }

    boolean holds(String id) {
        return reasons.containsKey(id);
    }
}
