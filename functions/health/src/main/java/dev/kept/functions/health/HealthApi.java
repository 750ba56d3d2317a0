package dev.kept.functions.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kept.domain.search.SearchIndex;
import dev.kept.runtime.http.RawJson;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `GET /v1/health` and `GET /v1/openapi.json`.
@Singleton
final class HealthApi {
    private static final String DIRECT = "direct";

    private final SearchIndex index;
    private final String searchMode;
    private final String version;
    private final Clock clock;
    private final Routes routes;

    HealthApi(
            SearchIndex index,
            @Value("${kept.search.mode:opensearch}") String searchMode,
            @Value("${kept.version:unknown}") String version) {
        this.index = index;
        this.searchMode = searchMode;
        this.version = version;
        this.clock = Clock.systemUTC();
        RawJson description = new RawJson(description());
        this.routes =
                new Routes().on("GET /v1/health", this::health).on("GET /v1/openapi.json", _ -> Reply.ok(description));
    }

    Routes routes() {
        return routes;
    }

    private Reply health(Request request) {
        return Reply.ok(new Health("ok", version, search(), clock.instant()));
    }

    private String search() {
        if (searchMode.equals(DIRECT)) {
            return DIRECT;
        }
        return index.isReady() ? "ready" : "degraded";
    }

    /// The API description as it is written, in JSON.
    private static String description() {
        try (InputStream yaml = HealthApi.class.getResourceAsStream("/openapi.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("openapi.yaml is not packed");
            }
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new JsonMapper().writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Health(String status, String version, String search, Instant time) {}
}
