package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Set<String> OPEN = Set.of("GET /v1/health", "GET /v1/openapi.json");

    @Test
    void needAKeyUnlessTheyAreListedAsOpen() {
        assertEquals(
                Optional.of("KeyAuthorizer"),
                Templates.SYSTEM.api().orElseThrow().defaultAuthorizer());
        assertEquals(
                OPEN,
                routes().filter(route -> route.authorizer().isPresent())
                        .map(RoutesTest::key)
                        .collect(Collectors.toSet()),
                "a route that says something else than the default authorizer");
    }

    @Test
    void areServedByOneFunctionEach() {
        List<String> all = routes().map(RoutesTest::key).sorted().toList();
        assertEquals(List.copyOf(new TreeSet<>(all)), all);
    }

    /// A gateway's own limit of a route has to name one, or the deployment fails.
    @Test
    void withoutAKeyHaveALimitOfTheirOwn() {
        JsonNode api = Templates.MAIN.at("/Resources/Api/Properties");
        Set<String> limited = api.path("RouteSettings").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertEquals(OPEN, limited);
        Stream.concat(api.path("RouteSettings").valueStream(), Stream.of(api.path("DefaultRouteSettings")))
                .forEach(settings -> {
                    assertTrue(settings.hasNonNull("ThrottlingRateLimit"), settings::toString);
                    assertTrue(settings.hasNonNull("ThrottlingBurstLimit"), settings::toString);
                    assertEquals(
                            "DetailedMetrics",
                            settings.at("/DetailedMetricsEnabled/!Ref").asText());
                });
    }

    @Test
    void withAKeyAreServedByFunctionsThatCountItsRequests() {
        Set<String> serving = Templates.SYSTEM.functions().stream()
                .filter(function -> function.events().stream()
                        .anyMatch(event -> event instanceof EventModel.Route route && !OPEN.contains(key(route))))
                .map(FunctionModel::logicalId)
                .collect(Collectors.toSet());
        Set<String> counting = Templates.resources(Templates.MAIN, "AWS::Serverless::Function")
                .filter(function -> function.getValue()
                        .at("/Properties/Policies")
                        .toString()
                        .contains("LimitRatesPolicy"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertEquals(serving, counting);
    }

    @Test
    void thatAreHeavyExist() throws IOException {
        Set<String> all = routes().map(RoutesTest::key).collect(Collectors.toSet());
        List<String> heavy = Pattern.compile("\"([A-Z]+ /v1/[^\"]+)\"")
                .matcher(Files.readString(
                        Templates.ROOT.resolve("shared/runtime/src/main/java/dev/kept/runtime/rate/RouteClasses.java")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertTrue(heavy.contains("POST /v1/search"), heavy::toString);
        assertTrue(all.containsAll(heavy), heavy::toString);
    }

    private static Stream<EventModel.Route> routes() {
        return Templates.SYSTEM.functions().stream()
                .flatMap(function -> function.events().stream())
                .filter(EventModel.Route.class::isInstance)
                .map(EventModel.Route.class::cast);
    }

    private static String key(EventModel.Route route) {
        return route.method() + " " + route.path();
    }
}
