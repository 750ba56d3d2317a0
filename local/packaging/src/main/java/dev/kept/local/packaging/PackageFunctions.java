package dev.kept.local.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `PackageFunctions ROOT TIMESTAMP`: makes the zip of every function under ROOT, all their entries dated TIMESTAMP.
public final class PackageFunctions {
    private final Path root;
    private final PackageMaker maker;

    private PackageFunctions(Path root, Instant timestamp) {
        this.root = root;
        this.maker = new PackageMaker(timestamp);
    }

    public static void main(String[] args) throws IOException {
        try {
            new PackageFunctions(Path.of(args[0]), Instant.parse(args[1])).run();
        } catch (PackageRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        for (FunctionFolder function : functions()) {
            FunctionPackage made = maker.make(function);
            made.check();
            made.write(function.zip());
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %5.1f MB%n",
                    function.name(),
                    Files.size(function.zip()) / (double) SizeLimit.MEGABYTE);
        }
    }

    private List<FunctionFolder> functions() throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("functions"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .map(folder -> new FunctionFolder(root, folder))
                    .toList();
        }
    }
}
