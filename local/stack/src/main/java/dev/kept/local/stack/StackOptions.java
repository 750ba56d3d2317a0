package dev.kept.local.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How to start a stack. `functionClasses` are put before the host's class path. Port 0 takes a free one; an ephemeral
/// stack keeps nothing. In an isolated one each function has processes of its own, started from its zip. `progress` is
/// given one line at a time.
public record StackOptions(
        Path root,
        Path template,
        List<Path> functionClasses,
        Path home,
        int port,
        boolean ephemeral,
        boolean schedules,
        boolean isolated,
        Map<String, String> parameters,
        Optional<URI> aws,
        Optional<URI> models,
        Consumer<String> progress) {

    public static final int DEFAULT_PORT = 3000;

    private static final String TEMPLATE = "template.yaml";

    /// A machine of one's own holds nobody up, least of all a benchmark.
    private static final Map<String, String> LOCAL_PARAMETERS = Map.of(
            "RateLimitRead", "10000/10000",
            "RateLimitWrite", "10000/10000",
            "RateLimitHeavy", "10000/10000");

    public StackOptions {
        root = root.toAbsolutePath().normalize();
        template = template.toAbsolutePath().normalize();
        functionClasses = functionClasses.stream().map(Path::toAbsolutePath).toList();
        home = home.toAbsolutePath().normalize();
        parameters = Map.copyOf(parameters);
        if (port < 0 || port > 65_535) {
            throw new StackFailed("KEPT_PORT must be from 1 to 65535, not " + port);
        }
    }

    /// A stack for tests: in memory, on free ports, silent, its files in `home`.
    public static StackOptions forTests(Path home) {
        Path root = findRoot();
        return new StackOptions(
                root,
                root.resolve(TEMPLATE),
                List.of(),
                home,
                0,
                true,
                false,
                false,
                LOCAL_PARAMETERS,
                Optional.empty(),
                Optional.empty(),
                _ -> {});
    }

    /// The options that the environment gives: KEPT_HOME, KEPT_PORT, KEPT_SCHEDULES, KEPT_MODELS_URL,
    /// KEPT_TRACES_ENDPOINT.
    public static StackOptions fromEnvironment(Map<String, String> environment, boolean ephemeral) {
        Path root = findRoot();
        Path kept = root.resolve(".kept");
        Path home = Optional.ofNullable(environment.get("KEPT_HOME"))
                .map(Path::of)
                .orElse(ephemeral ? kept.resolve("ephemeral") : kept);
        boolean schedules = !"off".equals(environment.get("KEPT_SCHEDULES"));
        return new StackOptions(
                root,
                root.resolve(TEMPLATE),
                List.of(),
                home,
                port(environment),
                ephemeral,
                schedules,
                false,
                parameters(environment),
                Optional.empty(),
                models(environment),
                System.out::println);
    }

    private static Map<String, String> parameters(Map<String, String> environment) {
        Map<String, String> parameters = new LinkedHashMap<>(LOCAL_PARAMETERS);
        Optional.ofNullable(environment.get("KEPT_TRACES_ENDPOINT"))
                .ifPresent(endpoint -> parameters.put("TracesEndpoint", endpoint));
        return parameters;
    }

    private static Optional<URI> models(Map<String, String> environment) {
        try {
            return Optional.ofNullable(environment.get("KEPT_MODELS_URL")).map(URI::create);
        } catch (IllegalArgumentException _) {
            throw new StackFailed("KEPT_MODELS_URL must be an address, such as http://127.0.0.1:4570");
        }
    }

    private static int port(Map<String, String> environment) {
        String given = environment.getOrDefault("KEPT_PORT", Integer.toString(DEFAULT_PORT));
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException _) {
            throw new StackFailed("KEPT_PORT must be a number, not " + given);
        }
    }

    /// The folder with template.yaml, from the working directory upwards, so that tests of any module find it.
    private static Path findRoot() {
        String given = System.getProperty("kept.root", "");
        Path start = Path.of(given.isEmpty() ? "" : given).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(TEMPLATE))) {
                return folder;
            }
        }
        throw new StackFailed("there is no template.yaml in " + start + " or above it");
    }

    /// Another system than the one that is deployed, with functions of its own: for tests of the stack itself.
    public StackOptions withSystem(Path newTemplate, List<Path> newFunctionClasses) {
        return with(draft -> {
            draft.template = newTemplate;
            draft.parameters.clear();
            draft.functionClasses = newFunctionClasses;
        });
    }

    public StackOptions withPort(int newPort) {
        return with(draft -> draft.port = newPort);
    }

    public StackOptions withSchedules() {
        return with(draft -> draft.schedules = true);
    }

    /// Each function from its zip, in processes of its own.
    public StackOptions withIsolation() {
        return with(draft -> draft.isolated = true);
    }

    /// On disk instead of in memory.
    public StackOptions withData() {
        return with(draft -> draft.ephemeral = false);
    }

    public StackOptions withParameter(String name, String value) {
        return with(draft -> draft.parameters.put(name, value));
    }

    public StackOptions withProgress(Consumer<String> newProgress) {
        return with(draft -> draft.progress = newProgress);
    }

    /// On a server that stands in for DynamoDB, SQS and S3 at one address, such as LocalStack, instead of the local
    /// ones.
    public StackOptions withAws(URI endpoint) {
        return with(draft -> draft.aws = Optional.of(endpoint));
    }

    /// With a server that speaks Bedrock's wire format: nothing else here could answer for its models.
    public StackOptions withModels(URI endpoint) {
        return with(draft -> draft.models = Optional.of(endpoint));
    }

    private StackOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /// What may differ between two stacks of one checkout.
    private static final class Draft {
        private final Path root;
        private final Path home;
        private final Map<String, String> parameters;
        private Path template;
        private List<Path> functionClasses;
        private int port;
        private boolean ephemeral;
        private boolean schedules;
        private boolean isolated;
        private Optional<URI> aws;
        private Optional<URI> models;
        private Consumer<String> progress;

        private Draft(StackOptions options) {
            this.root = options.root;
            this.home = options.home;
            this.parameters = new LinkedHashMap<>(options.parameters);
            this.template = options.template;
            this.functionClasses = options.functionClasses;
            this.port = options.port;
            this.ephemeral = options.ephemeral;
            this.schedules = options.schedules;
            this.isolated = options.isolated;
            this.aws = options.aws;
            this.models = options.models;
            this.progress = options.progress;
        }

        private StackOptions options() {
            return new StackOptions(
                    root,
                    template,
                    functionClasses,
                    home,
                    port,
                    ephemeral,
                    schedules,
                    isolated,
                    parameters,
                    aws,
                    models,
                    progress);
        }
    }
}
