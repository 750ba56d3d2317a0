package dev.kept.local.stack.process;

import java.util.Map;

/// What a child inherits from the shell: nothing that could lead it to a real AWS account, or give it our own settings.
final class ChildEnvironment {

    private ChildEnvironment() {}

    static void prepare(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("KEPT_"));
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("CLASSPATH");
    }
}
