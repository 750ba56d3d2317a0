package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the functions measure, as a scrape finds it, and as Prometheus itself does where it is installed.
@OnTheStack
class MetricsIT {
    private final Stack stack;
    private final Client user;

    @TempDir
    Path folder = Path.of(".");

    MetricsIT(Stack stack) {
        this.stack = stack;
        this.user = stack.user("measured");
    }

    @BeforeAll
    void useEverything() {
        Reply started = user.post("/v1/sessions", "{\"projectId\":\"p\",\"context\":{}}")
                .expect(201);
        String path = "/v1/sessions/" + started.text("sessionId");
        Reply added = user.post(path + "/turns", """
                {"turns":[{"role":"user","content":"I always want the tide tables in UTC."}]}""").expect(202);
        user.await(added.text("operationId"));
        String memory = user.post("/v1/memories", "{\"content\":\"We decided to keep the tide tables in a binder.\"}")
                .expect(201)
                .text("memoryId");
        user.post("/v1/memories/" + memory + "/feedback", "{\"signal\":\"useful\"}")
                .expect(200);
        user.post("/v1/search", "{\"query\":\"tide tables\"}").expect(200);
        user.post("/v1/search", "{\"query\":\"tide tables\",\"limit\":-1}");
        stack.invoke("maintenance", "{\"job\":\"count-memories\",\"action\":\"all\"}");
        for (int i = 0; i < 2; i++) {
            user.post("/v1/context", "{\"projectId\":\"p\",\"query\":\"tide tables\"}")
                    .expect(201);
        }
    }

    @Test
    void areAllFoundByAScrape() {
        for (String series : List.of(
                "kept_requests_total{status=\"2xx\"}",
                "kept_requests_total{status=\"4xx\"}",
                "kept_request_latency_seconds_count{route=\"POST:/v1/search\"}",
                "kept_request_latency_seconds_bucket{route=\"POST:/v1/context\",le=\"+Inf\"}",
                "kept_search_step_latency_seconds_count{step=\"index\"}",
                "kept_search_results_count",
                "kept_degraded_answers_count{operation=\"search\"}",
                "kept_degraded_answers_count{operation=\"context\"}",
                "kept_context_step_latency_seconds_count{step=\"select\"}",
                "kept_context_tokens_count",
                "kept_context_items_count",
                "kept_relevance_count{signal=\"feedback\"}",
                "kept_relevance_count{signal=\"reuse\"}",
                "kept_session_continuity_count",
                "kept_cache_hits_count{cache=\"embedding-memory\"}",
                "kept_extraction_turns_total",
                "kept_extraction_candidates_total{outcome=\"kept\"}",
                "kept_extraction_latency_seconds_count",
                "kept_memories_per_user_count",
                "kept_queue_age_seconds_count{queue=\"extraction\"}",
                "kept_index_lag_seconds_count")) {
            Await.until(series, () -> value(series).filter(value -> value > 0));
        }
    }

    @Test
    void countEveryRequest() {
        String searches = "kept_request_latency_seconds_count{route=\"POST:/v1/search\"}";
        double before = value(searches).orElseThrow();
        user.post("/v1/search", "{\"query\":\"tide tables\"}").expect(200);

        assertTrue(value(searches).orElseThrow() >= before + 1);
    }

    @Test
    void nameNobody() {
        String page = stack.scrape();
        stack.userIds().forEach(id -> assertTrue(!page.contains("\"" + id + "\""), id));
        assertTrue(!page.contains("tide"), "content");
    }

    @Test
    void areReadByPrometheusItself() throws IOException, InterruptedException {
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "skipped: prometheus is not installed (Debian's package prometheus)");
        int port = freePort();
        Process prometheus = new ProcessBuilder(
                        program.orElseThrow().toString(),
                        "--config.file=" + configuration(),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(Repository.file("local/integration/target/prometheus.log")
                        .toFile())
                .start();
        try {
            String api = "http://127.0.0.1:" + port + "/api/v1/";
            Await.until("it scrapes", () -> result(api, "up{job=\"kept\"} == 1"));
            Await.until("it finds requests", () -> result(api, "sum(kept_requests_total{status=\"2xx\"}) > 0"));
            Await.until(
                    "it knows search latencies",
                    () -> result(
                            api,
                            "histogram_quantile(0.99, sum by (le) (kept_request_latency_seconds_bucket{route=\"POST:/v1/search\"}))"));
            Set<String> alerts = new TreeSet<>();
            get(api + "rules")
                    .orElseThrow()
                    .at("/data/groups")
                    .forEach(group -> group.path("rules")
                            .forEach(rule -> alerts.add(rule.path("name").asText())));
            assertTrue(alerts.contains("KeptAvailabilityFastBurn"), alerts::toString);
        } finally {
            prometheus.destroyForcibly().waitFor();
        }
    }

    @Test
    void areNotPartOfTheApi() {
        assertEquals(
                List.of(),
                stack.system().functions().stream()
                        .flatMap(function -> function.events().stream())
                        .filter(event -> event.toString().contains("/metrics"))
                        .toList());
    }

    /// The one that comes with the project, with this stack's port and less patience.
    private Path configuration() throws IOException {
        Path rules = Repository.file("infra/prometheus/rules.yaml").toAbsolutePath();
        String text = Repository.text(Repository.file("infra/prometheus/prometheus.yaml"))
                .replace("15s", "1s")
                .replace("rules.yaml", rules.toString())
                .replace("127.0.0.1:3000", stack.metrics().getAuthority());
        return Files.writeString(folder.resolve("prometheus.yaml"), text);
    }

    private Optional<Double> value(String series) {
        return stack.scrape()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.valueOf(line.substring(series.length() + 1)))
                .findFirst();
    }

    private static Optional<JsonNode> result(String api, String query) {
        return get(api + "query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .map(reply -> reply.at("/data/result"))
                .filter(result -> !result.isEmpty());
    }

    /// Empty while it is starting.
    private static Optional<JsonNode> get(String url) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());
            return reply.statusCode() == 200 ? Optional.of(Json.read(reply.body())) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry, "prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
