package dev.kept.local.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How a process for a function is started.
///
/// @param options for its JVM, in place of what the managed runtime gives
/// @param beforeCode on the class path before the function's own classes
/// @param log takes what the process prints
public record Launch(FunctionCode code, boolean snapStart, List<String> options, List<Path> beforeCode, Path log) {
    /// As on java25 without SnapStart and provisioned concurrency: serial collector, C1 only.
    public static final List<String> MANAGED = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED");

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    public Launch {
        options = List.copyOf(options);
        beforeCode = List.copyOf(beforeCode);
    }

    public static Launch onDemand(FunctionCode code, Path log) {
        return new Launch(code, false, MANAGED, List.of(), log);
    }

    public Launch withOptions(List<String> more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return new Launch(code, snapStart, all, beforeCode, log);
    }

    public Launch withSnapStart() {
        return new Launch(code, true, options, beforeCode, log);
    }

    List<String> command(Path temporary) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        if (snapStart) {
            command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        }
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", classPath(), CLIENT, code.handler()));
        return command;
    }

    private String classPath() {
        List<String> entries = new ArrayList<>(RuntimeClient.jars());
        beforeCode.forEach(path -> entries.add(path.toString()));
        entries.add(code.folder().toString());
        entries.add(code.folder().resolve("lib") + File.separator + "*");
        return String.join(File.pathSeparator, entries);
    }

    /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
    Map<String, String> environment(String runtimeApi) {
        Map<String, String> environment = new TreeMap<>(code.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", code.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(code.memoryMegabytes()));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", snapStart ? "snap-start" : "on-demand");
        environment.put("LAMBDA_TASK_ROOT", code.folder().toString());
        environment.put("_HANDLER", code.handler());
        environment.put("TZ", ":UTC");
        return environment;
    }
}
