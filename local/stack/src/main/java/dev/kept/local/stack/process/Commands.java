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

    private final ClassPath classPath;
    private final ClassArchive archive;

    public Commands(Path root, boolean writesArchives) {
        this.archive = new ClassArchive(root.resolve("target/archives"), writesArchives);
        this.classPath = new ClassPath(root);
    }

    public List<String> of(ChildSpec spec, Scratch scratch) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path options = spec.module().resolve("jvm.options");
        if (Files.exists(options)) {
            command.addAll(Files.readAllLines(options).stream()
                    .filter(line -> line.startsWith("-"))
                    .toList());
        }
        command.add("-Dkept.process=" + spec.name());
        command.add(scratch.option());
        String path = classPath(spec);
        command.addAll(archive.options(spec.name(), path));
        command.addAll(List.of("-cp", path, spec.mainClass()));
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
}
