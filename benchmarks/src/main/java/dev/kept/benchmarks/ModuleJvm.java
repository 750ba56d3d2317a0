package dev.kept.benchmarks;

import dev.kept.local.stack.process.ClassPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A JVM with the class path of one module of this repository: for tools whose jars are to stay among themselves.
public final class ModuleJvm {
    private ModuleJvm() {}

    /// @param module its folder, such as `benchmarks/load`
    /// @param options of the JVM
    public static List<String> command(String module, List<String> options, String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(module), mainClass));
        return command;
    }

    private static String classPath(String module) {
        Path root = Options.ofRepository("").toAbsolutePath();
        try {
            return new ClassPath(root).of(root.resolve(module));
        } catch (IOException e) {
            throw new BenchFailed(module + " is not built: start this with ./kept bench", e);
        }
    }
}
