package dev.kept.local.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Puts packages together. A jar that several functions carry is worked on once.
final class PackageMaker {
    private final PlainJars plain;
    private final Instant timestamp;
    private final Map<Path, Part> jars = new HashMap<>();

    PackageMaker(Instant timestamp) {
        this.timestamp = timestamp;
        this.plain = new PlainJars(timestamp);
    }

    FunctionPackage make(FunctionFolder function) throws IOException {
        List<Part> parts = new ArrayList<>(classes(function.classes()));
        for (Path jar : function.jars()) {
            parts.add(jar(jar));
        }
        return new FunctionPackage(function.name(), parts, timestamp);
    }

    private static List<Part> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Part> parts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                parts.add(Part.of(name, Files.readAllBytes(file)));
            }
            return parts;
        }
    }

    private Part jar(Path jar) throws IOException {
        Part known = jars.get(jar);
        if (known == null) {
            known = Part.of("lib/" + jar.getFileName(), plain.of(jar));
            jars.put(jar, known);
        }
        return known;
    }
}
