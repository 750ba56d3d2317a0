package dev.kept.local.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisoriesTest {
    private static final String RANGE = """
            {"id":"GHSA-1","summary":"reads too far","affected":[
              {"package":{"ecosystem":"Maven","name":"org.example:parser"},
               "ranges":[{"type":"ECOSYSTEM","events":[
                 {"introduced":"0"},{"fixed":"1.4.2"},{"introduced":"2.0.0"},{"last_affected":"2.1.0"}]}]}]}""";
    private static final String VERSIONS = """
            {"id":"GHSA-2","summary":"trusts anybody","affected":[
              {"package":{"ecosystem":"Maven","name":"org.example:client"},"versions":["3.0"]}]}""";
    private static final String WITHDRAWN = """
            {"id":"GHSA-3","withdrawn":"2026-01-01T00:00:00Z","affected":[
              {"package":{"ecosystem":"Maven","name":"org.example:client"},"versions":["3.0"]}]}""";

    @TempDir
    Path folder;

    @Test
    void findsVersionsWithinARange() throws IOException {
        for (String version : List.of("1.4.1", "1.4.2-rc1", "2.0.0", "2.1.0")) {
            assertEquals(List.of("GHSA-1"), ids("org.example:parser", version), version);
        }
    }

    @Test
    void passesVersionsOutsideOfEveryRange() throws IOException {
        for (String version : List.of("1.4.2", "1.9", "2.1.1", "10.0")) {
            assertEquals(List.of(), ids("org.example:parser", version), version);
        }
    }

    @Test
    void findsVersionsThatAreListed() throws IOException {
        assertEquals(List.of("GHSA-2"), ids("org.example:client", "3.0"));
        assertEquals(List.of(), ids("org.example:client", "3.1"));
    }

    @Test
    void acceptsNothingWithoutAReason() throws IOException {
        Path file = folder.resolve("accepted.txt");
        Files.writeString(file, "# none yet\nGHSA-2 only its server is affected\n");
        assertEquals(true, AcceptedAdvisories.read(file).holds("GHSA-2"));
        Files.writeString(file, "GHSA-2\n");
        assertThrows(PackageRefused.class, () -> AcceptedAdvisories.read(file));
    }

    @Test
    void listsWhatIsUnderSeveralLicencesUnderEach() {
        String list = LicenceList.of(List.of(
                new Component("a:b", "1", List.of("EPL-2.0", "LGPL-2.1")), new Component("c:d", "2", List.of())));
        assertEquals("""
                # Licences of what is deployed

                ## EPL-2.0

                - a:b 1

                ## LGPL-2.1

                - a:b 1

                ## unknown

                - c:d 2
                """, list);
    }

    private List<String> ids(String name, String version) throws IOException {
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String advisory : List.of(RANGE, VERSIONS, WITHDRAWN)) {
                out.putNextEntry(new ZipEntry(Integer.toHexString(advisory.hashCode()) + ".json"));
                out.write(advisory.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Advisories.in(zip).against(List.of(new Component(name, version, List.of()))).stream()
                .map(Advisories.Finding::id)
                .toList();
    }
}
