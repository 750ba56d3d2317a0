package dev.kept.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.local.metrics.MetricsPage;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Buckets;
import dev.kept.local.stack.aws.Functions;
import dev.kept.local.stack.aws.Functions.HostUnavailable;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.stack.aws.Queues;
import dev.kept.local.stack.aws.Tables;
import dev.kept.local.stack.events.Checkpoints;
import dev.kept.local.stack.events.EventSources;
import dev.kept.local.stack.gateway.Gateway;
import dev.kept.local.stack.process.ChildFailed;
import dev.kept.local.stack.process.ChildSpec;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.LocalValues;
import dev.kept.local.template.SystemModel;
import dev.kept.local.template.TemplateException;
import dev.kept.local.template.TemplateReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// The whole system on this machine. [#start] returns when requests are answered; [#close] ends every process.
public final class LocalStack implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    private final StackOptions options;
    private final Home home;
    private final Gateway gateway;
    private final Processes processes;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean ready = new AtomicBoolean();
    private Optional<EventSources> sources = Optional.empty();
    private Optional<AutoCloseable> reading = Optional.empty();
    private Optional<Keys> keys = Optional.empty();
    private Optional<SystemModel> system = Optional.empty();
    private Optional<Functions> functions = Optional.empty();

    private LocalStack(StackOptions options, Home home, Gateway gateway) {
        this.options = options;
        this.home = home;
        this.gateway = gateway;
        this.processes = new Processes(options, home, this::writeState, ended::complete);
    }

    /// @throws StackFailed saying what is in the way
    public static LocalStack start(StackOptions options) throws InterruptedException {
        Home home = Home.open(options.home());
        LocalStack stack = new LocalStack(options, home, bind(options, home));
        try {
            stack.run();
            return stack;
        } catch (TemplateException e) {
            stack.close();
            throw StackFailed.because(e);
        } catch (IOException e) {
            stack.close();
            throw new StackFailed("the stack cannot start: " + e, e);
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private static Gateway bind(StackOptions options, Home home) {
        try {
            return Gateway.bind(options.port());
        } catch (IOException e) {
            closeQuietly(home);
            throw new StackFailed(
                    "port 127.0.0.1:" + options.port()
                            + " is in use: end what uses it, or set KEPT_PORT to another port",
                    e);
        }
    }

    private void run() throws IOException, InterruptedException {
        Ports ports = Ports.of(home.file("ports.json"));
        Servers servers = Servers.of(options, home, ports);
        SystemModel model = TemplateReader.read(
                options.template(),
                options.parameters(),
                LocalValues.withEndpoints(servers.sqs().endpoint().toString(), servers.searchAddress())
                        .withCachePort(servers.redis().port()));
        ChildSpec host = HostProcess.of(model, servers, options, home, ports.of(Processes.HOST));
        home.write("ports.json", ports.json(), false);

        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        Tables tables = new Tables(new AwsJson(http, servers.dynamodb().endpoint(), "dynamodb", "DynamoDB_20120810"));
        Queues queues = new Queues(new AwsJson(http, servers.sqs().endpoint(), "sqs", "AmazonSQS"));
        Buckets buckets = new Buckets(http, servers.s3().endpoint());
        Functions invoker = new Functions(http, host.endpoint());
        system = Optional.of(model);
        functions = Optional.of(invoker);

        Startup startup = new Startup(processes::supervise, options.progress());
        if (options.aws().isPresent()) {
            tables.ensure(model.tables());
            queues.ensure(model.queues());
            buckets.ensure(model.buckets());
        } else {
            startup.add(servers.dynamodb(), () -> tables.ensure(model.tables()));
            startup.add(servers.sqs(), () -> queues.ensure(model.queues()));
            startup.add(servers.s3(), () -> buckets.ensure(model.buckets()));
        }
        startup.add(host, () -> {});
        if (model.cache()) {
            startup.add(servers.redis(), () -> {});
        }
        if (model.search()) {
            startup.add(servers.opensearch(), () -> {});
        }
        startup.awaitAll();

        migrate();
        bootstrap();
        Checkpoints checkpoints =
                options.ephemeral() ? Checkpoints.inMemory() : Checkpoints.in(home.file("checkpoints"));
        AwsJson streams = new AwsJson(http, servers.dynamodb().endpoint(), "dynamodb", "DynamoDBStreams_20120810");
        sources =
                Optional.of(new EventSources(model, invoker, queues, tables, streams, checkpoints, options.progress()));
        releaseEvents();
        gateway.open(model, invoker, new MetricsPage(home.file("logs")));
        ready.set(true);
        writeState();
    }

    private void migrate() throws InterruptedException {
        invoke("migration", "{\"action\":\"migrate\"}");
    }

    private void bootstrap() throws IOException, InterruptedException {
        Optional<Keys> known = options.ephemeral() ? Optional.empty() : Keys.read(options.home());
        // The keys are told only once: without the file that holds them, new ones are made.
        boolean reissue = known.isEmpty();
        JsonNode made = JSON.readTree(invoke("migration", "{\"action\":\"bootstrap\",\"reissue\":" + reissue + "}"));
        String adminKey = made.path("adminKey").asText(known.map(Keys::adminKey).orElse(""));
        String apiKey = made.path("apiKey").asText(known.map(Keys::apiKey).orElse(""));
        Keys current = new Keys(url(), adminKey, apiKey);
        home.write(Keys.FILE, current.json(), true);
        keys = Optional.of(current);
        if (made.hasNonNull("adminKey") || made.hasNonNull("apiKey")) {
            options.progress().accept("admin key   " + adminKey);
            options.progress().accept("your key    " + apiKey + "  (user local)");
        }
    }

    public String url() {
        return "http://127.0.0.1:" + gateway.port();
    }

    public Keys keys() {
        return keys.orElseThrow(() -> new IllegalStateException("the stack is not ready"));
    }

    public SystemModel system() {
        return system.orElseThrow(() -> new IllegalStateException("the stack is not ready"));
    }

    /// The reply of a function, invoked as `./kept invoke` does.
    ///
    /// @throws StackFailed where the function fails
    public String invoke(String name, String event) throws InterruptedException {
        FunctionModel function = system().function(name)
                .orElseThrow(() -> new StackFailed("there is no function " + name + " in the template"));
        Functions invoker = functions.orElseThrow(() -> new IllegalStateException("the stack is not ready"));
        try {
            return switch (invoker.invoke(function.name(), event, function.timeout())) {
                case Outcome.Reply(var body) -> body;
                case Outcome.Failure(var body) -> throw new StackFailed("function " + name + " failed: " + body);
            };
        } catch (HostUnavailable e) {
            throw new StackFailed(e.getMessage() + "; see " + home.file("logs/host.log"), e);
        }
    }

    /// Kills the functions' process with SIGKILL; it comes back by itself.
    public void killHost() throws InterruptedException {
        processes.named(Processes.HOST).kill();
    }

    /// Ends one of the servers that the functions stand on, as an outage would.
    public void stopServer(String server) throws InterruptedException {
        processes.named(server).stop();
    }

    public void startServer(String server) throws InterruptedException {
        try {
            processes.named(server).start();
        } catch (ChildFailed | IOException e) {
            throw new StackFailed(server + " cannot be started again: " + e.getMessage(), e);
        }
    }

    /// Stops reading streams and queues and running schedules, until [#releaseEvents].
    public synchronized void holdEvents() {
        reading.ifPresent(LocalStack::closeQuietly);
        reading = Optional.empty();
    }

    /// Goes on where each stream was read to.
    public synchronized void releaseEvents() {
        if (reading.isEmpty()) {
            reading = sources.map(all -> all.start(options.schedules()));
        }
    }

    /// Where a server of this stack answers, for tests that look behind the API.
    public String endpoint(String process) {
        return processes.named(process).spec().endpoint().toString();
    }

    /// What the functions find in their environment.
    public Map<String, String> environment() {
        return processes.named(Processes.HOST).spec().environment();
    }

    public Path home() {
        return options.home();
    }

    /// Waits until the stack cannot go on, and says why.
    public String awaitEnd() {
        return ended.join();
    }

    private void writeState() {
        if (closing.get()) {
            return;
        }
        ProcessHandle self = ProcessHandle.current();
        var state = new StackState(
                self.pid(), url(), ready.get(), options.ephemeral(), StackState.startedAt(self), processes.states());
        try {
            synchronized (home) {
                home.write(StackState.FILE, state.json(), false);
            }
        } catch (IOException e) {
            options.progress().accept("cannot write " + home.file(StackState.FILE) + ": " + e);
        }
    }

    /// Requests first, then event sources, then the functions, then what they stand on.
    @Override
    public void close() throws InterruptedException {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        closeQuietly(gateway);
        holdEvents();
        processes.stop();
        cleanUp();
        ended.complete("stopped");
    }

    private void cleanUp() {
        try {
            home.delete(StackState.FILE);
            home.delete("temporary");
            if (options.ephemeral()) {
                home.delete("data");
                home.delete(Keys.FILE);
            }
        } catch (IOException e) {
            options.progress().accept("something was left in " + options.home() + ": " + e);
        }
        closeQuietly(home);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            System.Logger log = System.getLogger(LocalStack.class.getName());
            log.log(System.Logger.Level.DEBUG, "did not close in order", e);
        }
    }
}
