package dev.kept.local.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.versioning.ComparableVersion;

/// OSV's advisories, in the zip in which it publishes those of one ecosystem (https://ossf.github.io/osv-schema/).
final class Advisories {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path zip;

    private Advisories(Path zip) {
        this.zip = zip;
    }

    static Advisories in(Path zip) {
        return new Advisories(zip);
    }

    record Finding(String id, Component component, String summary) {}

    List<Finding> against(List<Component> components) throws IOException {
        Map<String, Component> byName =
                components.stream().collect(Collectors.toMap(Component::name, Function.identity(), (a, _) -> a));
        List<Finding> findings = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                JsonNode advisory = JSON.readTree(file.getInputStream(entry));
                if (!advisory.has("withdrawn")) {
                    findings.addAll(findings(advisory, byName));
                }
            }
        }
        return findings;
    }

    private static List<Finding> findings(JsonNode advisory, Map<String, Component> components) {
        String id = advisory.path("id").asText();
        String summary = advisory.path("summary").asText();
        return advisory.path("affected")
                .valueStream()
                .flatMap(affected -> Stream.ofNullable(components.get(
                                affected.path("package").path("name").asText()))
                        .filter(component -> isAffected(affected, component.version())))
                .distinct()
                .map(component -> new Finding(id, component, summary))
                .toList();
    }

    private static boolean isAffected(JsonNode affected, String version) {
        return affected.path("versions")
                        .valueStream()
                        .anyMatch(one -> one.asText().equals(version))
                || affected.path("ranges").valueStream().anyMatch(range -> isWithin(range, version));
    }

    /// Events stand in the order of versions: the last one that is not above the version decides.
    private static boolean isWithin(JsonNode range, String text) {
        ComparableVersion version = new ComparableVersion(text);
        boolean within = false;
        for (JsonNode event : range.path("events")) {
            if (event.has("introduced")
                    && isAtLeast(version, event.path("introduced").asText())) {
                within = true;
            } else if (event.has("fixed")
                    && isAtLeast(version, event.path("fixed").asText())) {
                within = false;
            } else if (event.has("last_affected")
                    && version.compareTo(new ComparableVersion(
                                    event.path("last_affected").asText()))
                            > 0) {
                within = false;
            }
        }
        return within;
    }

    private static boolean isAtLeast(ComparableVersion version, String bound) {
        return bound.equals("0") || version.compareTo(new ComparableVersion(bound)) >= 0;
    }
}
