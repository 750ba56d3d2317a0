package dev.kept.local.child;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a local server was started with: `--name value` pairs, and `--ephemeral` in place of `--data DIR`.
public record Arguments(Map<String, String> options) {

    private static final String EPHEMERAL = "ephemeral";
    private static final int PORT_MAX = 65_535;

    public Arguments {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    public static Arguments parse(String... args) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                throw new IllegalArgumentException("expected an option such as --port, not " + args[i]);
            }
            String name = args[i].substring(2);
            options.put(name, name.equals(EPHEMERAL) ? "" : valueAfter(args, i++));
        }
        return new Arguments(options);
    }

    public String value(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    public int port() {
        return port("port");
    }

    public int port(String name) {
        String value = value(name);
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException("--" + name + " takes a port from 1 to 65535, not " + value);
    }

    /// Every port that was asked for: `--port` and each `--…-port`.
    List<Integer> ports() {
        return options.keySet().stream()
                .filter(name -> name.equals("port") || name.endsWith("-port"))
                .map(this::port)
                .toList();
    }

    /// Where to keep data across restarts; empty when nothing shall be kept.
    public Optional<Path> data() {
        return options.containsKey(EPHEMERAL)
                ? Optional.empty()
                : Optional.of(Path.of(value("data")).toAbsolutePath());
    }

    private static String valueAfter(String[] args, int option) {
        if (option + 1 >= args.length) {
            throw new IllegalArgumentException(args[option] + " needs a value");
        }
        return args[option + 1];
    }
}
