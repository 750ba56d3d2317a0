package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.local.template.EventModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
