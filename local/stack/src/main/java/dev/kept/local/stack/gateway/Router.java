package dev.kept.local.stack.gateway;

import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.HttpApiModel;
import dev.kept.local.template.SystemModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds the most specific route of the template.
/// See https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
final class Router {

    private static final String OPEN = "NONE";

    private final List<Route> routes;

    Router(SystemModel system) {
        var found = new ArrayList<Route>();
        for (FunctionModel function : system.functions()) {
            for (EventModel event : function.events()) {
                if (event instanceof EventModel.Route route) {
                    found.add(new Route(route.method(), route.path(), function, authorizer(system, route)));
                }
            }
        }
        found.sort(Comparator.comparing(Route::specificity).reversed());
        this.routes = List.copyOf(found);
    }

    private static Optional<HttpApiModel.Authorizer> authorizer(SystemModel system, EventModel.Route route) {
        return system.api()
                .flatMap(api -> route.authorizer()
                        .or(api::defaultAuthorizer)
                        .filter(name -> !name.equals(OPEN))
                        .map(name -> Optional.ofNullable(api.authorizers().get(name))
                                .orElseThrow(() -> new IllegalArgumentException("route " + route.path()
                                        + " names an authorizer that does not exist: " + name))));
    }

    sealed interface Found {

        record Matched(Route route, Map<String, String> parameters) implements Found {}

        record WrongMethod(SortedSet<String> allowed) implements Found {}

        record Nothing() implements Found {}
    }

    Found find(String method, String path) {
        var allowed = new TreeSet<String>();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(path);
            if (parameters.isPresent()) {
                if (route.takes(method)) {
                    return new Found.Matched(route, parameters.get());
                }
                allowed.add(route.method());
            }
        }
        return allowed.isEmpty() ? new Found.Nothing() : new Found.WrongMethod(allowed);
    }
}
