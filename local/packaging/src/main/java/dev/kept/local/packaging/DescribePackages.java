package dev.kept.local.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `DescribePackages ROOT [ADVISORIES]`: writes the bill of materials of everything that is deployed and the list of
/// its
/// licences into ROOT/target, and looks for known holes in a copy of OSV's advisories for Maven, if there is one
/// (<https://osv-vulnerabilities.storage.googleapis.com/Maven/all.zip>).
public final class DescribePackages {
    private final Path root;

    private DescribePackages(Path root) {
        this.root = root;
    }

    public static void main(String[] args) throws IOException {
        DescribePackages describe = new DescribePackages(Path.of(args[0]));
        Optional<Path> advisories =
                args.length > 1 && !args[1].isBlank() ? Optional.of(Path.of(args[1])) : Optional.empty();
        System.exit(describe.run(advisories) ? 0 : 1);
    }

    private boolean run(Optional<Path> advisories) throws IOException {
        BillOfMaterials bill = BillOfMaterials.ofFunctions(root.resolve("functions"));
        Path target = Files.createDirectories(root.resolve("target"));
        bill.write(target.resolve("sbom.json"));
        Files.writeString(target.resolve("licences.md"), LicenceList.of(bill.components()));
        System.out.println(bill.components().size() + " components: target/sbom.json, target/licences.md");
        if (advisories.filter(Files::exists).isEmpty()) {
            System.out.println("known holes: not looked for, there is no copy of the advisories (docs/deploy.md)");
            return true;
        }
        return report(Advisories.in(advisories.get()).against(bill.components()));
    }

    private boolean report(List<Advisories.Finding> findings) throws IOException {
        AcceptedAdvisories accepted = AcceptedAdvisories.read(root.resolve("local/packaging/accepted-advisories.txt"));
        List<Advisories.Finding> open = findings.stream()
                .filter(finding -> !accepted.holds(finding.id()))
                .toList();
        open.forEach(
                finding -> System.err.println(finding.id() + " in " + finding.component() + ": " + finding.summary()));
        System.out.println("known holes: " + open.size() + " open, " + (findings.size() - open.size()) + " accepted");
        return open.isEmpty();
    }
}
