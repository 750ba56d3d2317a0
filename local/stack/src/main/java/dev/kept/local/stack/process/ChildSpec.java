package dev.kept.local.stack.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process to start: the module that it comes from, its main class, what to put before its class path, its port, and
/// what to do when it dies.
public record ChildSpec(
        String name,
        Path module,
        String mainClass,
        List<Path> moreClasses,
        int port,
        List<String> arguments,
        Map<String, String> environment,
        OnDeath onDeath) {

    public enum OnDeath {
        RESTART,
        STOP_ALL
    }

    public ChildSpec {
        moreClasses = List.copyOf(moreClasses);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
