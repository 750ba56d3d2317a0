package dev.kept.local.stack.gateway;

import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.HttpApiModel;
import dev.kept.local.template.Position;
import dev.kept.local.template.SystemModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests, routes and systems for tests of the gateway.
final class Requests {

    static final HttpApiModel.Authorizer AUTHORIZER = new HttpApiModel.Authorizer(
            "Keys",
            "arn:aws:lambda:us-east-1:000000000000:function:authorizer",
            List.of("Authorization"),
            Duration.ofMinutes(1));

    private Requests() {}

    static IncomingRequest get(String path) {
        return request("GET", path, Optional.empty(), Map.of(), "");
    }

    static IncomingRequest request(
            String method, String path, Optional<String> query, Map<String, List<String>> headers, String body) {
        return new IncomingRequest(
                method,
                path,
                query,
                "HTTP/1.1",
                "127.0.0.1",
                headers,
                new IncomingRequest.Body(body.getBytes(StandardCharsets.UTF_8)));
    }

    static FunctionModel function(String name, EventModel... events) {
        return new FunctionModel(
                name,
                name,
                "a.Handler",
                Path.of("."),
                Duration.ofSeconds(3),
                128,
                Map.of(),
                List.of(),
                List.of(events),
                new Position(Path.of("template.yaml"), 1));
    }

    /// Routes such as `GET /a`, each of a function named like the route.
    static SystemModel system(String... routes) {
        var functions = new ArrayList<FunctionModel>();
        functions.add(function("authorizer"));
        for (String route : routes) {
            String[] parts = route.split(" ", 2);
            functions.add(function(route, new EventModel.Route("Route", parts[0], parts[1], Optional.empty())));
        }
        return new SystemModel(
                functions,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new HttpApiModel("Api", Optional.of("Keys"), Map.of("Keys", AUTHORIZER))),
                false,
                false,
                List.of(),
                Map.of());
    }
}
