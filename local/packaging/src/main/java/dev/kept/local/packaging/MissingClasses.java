package dev.kept.local.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Finds what our classes refer to and a package lacks, which would otherwise fail at the first call that gets there.
///
/// Libraries refer to much that is optional; whether they miss something is seen when the packages are run.
final class MissingClasses {
    private static final String OURS = "dev/kept/";
    private static final String RUNTIME = "com/amazonaws/services/lambda/runtime/serialization/";
    private static final String CLASS = ".class";

    /// Those of libraries are not read: empty.
    private final SortedMap<String, byte[]> classes = new TreeMap<>();

    private MissingClasses(FunctionPackage made) throws IOException {
        for (Part part : made.parts()) {
            if (part.name().endsWith(".jar")) {
                addAll(part.content());
            } else {
                add(part.name(), part.content());
            }
        }
    }

    static void check(FunctionPackage made) throws IOException {
        List<String> missing = new MissingClasses(made).find();
        if (!missing.isEmpty()) {
            throw new PackageRefused(made.function() + " lacks what its classes refer to:\n  "
                    + missing.stream().limit(20).collect(Collectors.joining("\n  ")));
        }
    }

    private void addAll(byte[] jar) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                add(entry.getName(), entry.getName().startsWith(OURS) ? entries.readAllBytes() : new byte[0]);
            }
        }
    }

    private void add(String name, byte[] content) {
        if (name.endsWith(CLASS)) {
            classes.put(name.substring(0, name.length() - CLASS.length()), content);
        }
    }

    private List<String> find() {
        List<String> missing = new ArrayList<>();
        classes.forEach((from, content) -> {
            if (from.startsWith(OURS)) {
                References.of(content).stream()
                        .filter(name -> !isThere(name))
                        .forEach(name -> missing.add(name + ", for " + from));
            }
        });
        return missing;
    }

    private boolean isThere(String name) {
        return classes.containsKey(name) || isOfThePlatform(name);
    }

    /// Of the JDK, or of the runtime around the function.
    private static boolean isOfThePlatform(String name) {
        return name.startsWith(RUNTIME) || ClassLoader.getPlatformClassLoader().getResource(name + CLASS) != null;
    }
}
