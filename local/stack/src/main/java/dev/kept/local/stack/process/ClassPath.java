package dev.kept.local.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Class paths of the modules of one checkout.
///
/// The build writes them with the jars of the local Maven repository. Our own jars are taken from this checkout
/// instead: another
/// checkout on the machine may have installed its own there. Jars, not folders, as the JDK archives classes of jars
/// only.
public final class ClassPath {

    private static final int MODULE_DEPTH = 3;

    private final Map<String, Path> modules;

    public ClassPath(Path root) {
        this.modules = modules(root);
    }

    public String of(Path module) throws IOException {
        Path list = module.resolve("target/classpath");
        if (!Files.exists(list)) {
            throw new IOException(module + " is not built: run ./kept up, or ./mvnw install -DskipTests");
        }
        var entries = new ArrayList<String>();
        entries.add(classes(module).toString());
        for (String entry : Files.readString(list).strip().split(File.pathSeparator, -1)) {
            entries.add(ours(entry).orElse(entry));
        }
        return String.join(File.pathSeparator, entries);
    }

    private Optional<String> ours(String entry) {
        String fileName = String.valueOf(Path.of(entry).getFileName());
        return Optional.ofNullable(modules.get(fileName))
                .map(ClassPath::classes)
                .map(Path::toString);
    }

    /// The module's jar, unless it was compiled again since.
    private static Path classes(Path module) {
        Path folder = module.resolve("target/classes");
        try (Stream<Path> jars = Files.list(module.resolve("target"))) {
            return jars.filter(ClassPath::isMainJar)
                    .filter(jar -> modified(jar).compareTo(newest(folder)) >= 0)
                    .findFirst()
                    .orElse(folder);
        } catch (IOException _) {
            return folder;
        }
    }

    private static FileTime newest(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(ClassPath::modified)
                    .max(FileTime::compareTo)
                    .orElse(FileTime.fromMillis(0));
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private static boolean isMainJar(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("kept-") && name.endsWith("-SNAPSHOT.jar");
    }

    /// Modules by the name of their jar; a module's jar is named after its artifact.
    private static Map<String, Path> modules(Path root) {
        var modules = new HashMap<String, Path>();
        for (String top : List.of("shared", "functions", "local")) {
            try (Stream<Path> files = Files.walk(root.resolve(top), MODULE_DEPTH + 1)) {
                files.filter(file -> file.endsWith("target") && Files.isDirectory(file))
                        .forEach(target -> addJars(target, modules));
            } catch (IOException _) {
                // A checkout without this folder has no modules there.
            }
        }
        return modules;
    }

    private static void addJars(Path target, Map<String, Path> modules) {
        try (Stream<Path> files = Files.list(target)) {
            files.filter(ClassPath::isMainJar)
                    .forEach(jar -> modules.put(
                            String.valueOf(jar.getFileName()),
                            target.resolveSibling(".").normalize()));
        } catch (IOException _) {
            // Deleted while we looked: as if it had not been built.
        }
    }
}
