package dev.kept.local.integration;

import dev.kept.local.stack.LocalStack;
import dev.kept.local.stack.StackOptions;
import dev.kept.local.template.SystemModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The running system, and who uses it.
final class Stack implements AutoCloseable {

    private final LocalStack local;
    private final Contract contract = Contract.read();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger users = new AtomicInteger();
    private final Set<String> userIds = ConcurrentHashMap.newKeySet();

    private Stack(LocalStack local) {
        this.local = local;
    }

    static Stack start() {
        StackOptions options = StackOptions.forTests(Repository.file("local/integration/target/kept"));
        return start(Container.wanted() ? options.withAws(Container.start()) : options);
    }

    /// One of its own for a test, who closes it.
    static Stack start(StackOptions options) {
        try {
            return new Stack(LocalStack.start(options));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Contract contract() {
        return contract;
    }

    SystemModel system() {
        return local.system();
    }

    Client stranger() {
        return new Client(http, local.url(), contract, "nobody", Optional.empty());
    }

    Client administrator() {
        return new Client(
                http, local.url(), contract, "admin", Optional.of(local.keys().adminKey()));
    }

    /// The user whom every stack has; the same one when it is started again.
    Client local() {
        return new Client(
                http, local.url(), contract, "local", Optional.of(local.keys().apiKey()));
    }

    /// A new user, who has nothing yet.
    Client user(String name) {
        String userId = name + "-" + users.incrementAndGet();
        userIds.add(userId);
        Reply made = administrator()
                .post("/v1/users", Json.object("{}").put("userId", userId))
                .expect(201);
        return new Client(http, local.url(), contract, userId, Optional.of(made.text("apiKey")));
    }

    String invoke(String function, String event) {
        try {
            return local.invoke(function, event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    SqsClient sqs() {
        return SqsClient.builder()
                .endpointOverride(URI.create(environment().get("AWS_ENDPOINT_URL_SQS")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    String queueUrl(String logicalId) {
        return system().queues().stream()
                .filter(queue -> queue.logicalId().endsWith(logicalId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no queue " + logicalId + " in " + system().queues()))
                .url();
    }

    /// Kills the functions' process with SIGKILL.
    void killHost() throws InterruptedException {
        local.killHost();
    }

    /// Reads no stream and no queue any more.
    void holdEvents() {
        local.holdEvents();
    }

    void stopServer(String server) throws InterruptedException {
        local.stopServer(server);
    }

    void startServer(String server) throws InterruptedException {
        local.startServer(server);
    }

    String endpointOfSearch() {
        return local.endpoint("opensearch");
    }

    /// Where the search node keeps its files.
    Path searchData() {
        return local.home().resolve("data").resolve("opensearch");
    }

    /// How many records of a user the search index itself holds.
    int indexed(Client user) {
        String query = "{\"query\":{\"term\":{\"owner\":\"USER#" + user.userId() + "\"}}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(local.endpoint("opensearch") + "/kept-records/_count"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        try {
            String reply =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return Json.read(reply).path("count").asInt();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What the functions find in their environment.
    Map<String, String> environment() {
        return local.environment();
    }

    /// Where Prometheus finds the metrics.
    URI metrics() {
        return URI.create(local.url() + "/metrics");
    }

    /// What a scrape finds now.
    String scrape() {
        try {
            return http.send(HttpRequest.newBuilder(metrics()).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The log of the process that the functions run in.
    String hostLog() {
        return Repository.text(local.home().resolve("logs").resolve("host.log"));
    }

    /// Ids of all users whom tests have made.
    Set<String> userIds() {
        return Set.copyOf(userIds);
    }

    /// Everything that any process has logged so far.
    String logs() {
        try (Stream<Path> files = Files.walk(local.home().resolve("logs"))) {
            return files.filter(Files::isRegularFile).map(Repository::text).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        local.close();
        http.close();
    }
}
