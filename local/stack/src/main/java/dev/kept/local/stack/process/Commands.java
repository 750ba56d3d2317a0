package dev.kept.local.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a child JVM: the options of its module, an archive of its classes, its class path, its
/// arguments.
public final class Commands {

    private final Path root;
    private final ClassPath classPath;

    public Commands(Path root) {
        this.root = root;
        this.classPath = new ClassPath(root);
    }

    public List<String> of(ChildSpec spec) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path options = spec.module().resolve("jvm.options");
        if (Files.exists(options)) {
            command.addAll(Files.readAllLines(options).stream()
                    .filter(line -> line.startsWith("-"))
                    .toList());
        }
        command.addAll(archive(spec.name()));
        command.add("-Dkept.process=" + spec.name());
        command.addAll(List.of("-cp", classPath(spec), spec.mainClass()));
        command.addAll(List.of("--port", Integer.toString(spec.port())));
        command.addAll(spec.arguments());
        return List.copyOf(command);
    }

    private String classPath(ChildSpec spec) throws IOException {
        var entries = new ArrayList<String>();
        spec.moreClasses().forEach(path -> entries.add(path.toString()));
        entries.add(classPath.of(spec.module()));
        return String.join(File.pathSeparator, entries);
    }

    /// The JDK writes the archive when a process ends, and again when its class path has changed; it halves the next
    /// start.
    private List<String> archive(String name) throws IOException {
        Path folder = Files.createDirectories(root.resolve("target/archives"));
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve(name + ".jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds*=off",
                "-Xlog:aot=off");
    }
}
