package dev.kept.local.stack.gateway;

import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.HttpApiModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A route of the template: `method` may be ANY, and a path may have `{name}` and, at its end, `{name+}` segments.
record Route(String method, String path, FunctionModel function, Optional<HttpApiModel.Authorizer> authorizer) {

    private static final String ANY = "ANY";

    String key() {
        return path.equals("$default") ? path : method + " " + path;
    }

    boolean takes(String requestMethod) {
        return method.equals(ANY) || method.equals(requestMethod);
    }

    /// The path parameters, where this route's path matches.
    Optional<Map<String, String>> match(String requestPath) {
        if (path.equals("$default")) {
            return Optional.of(Map.of());
        }
        List<String> wanted = segments(path);
        List<String> given = segments(requestPath);
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < wanted.size(); i++) {
            String segment = wanted.get(i);
            if (isGreedy(segment) && i < given.size()) {
                parameters.put(name(segment), rest(given, i));
                return Optional.of(parameters);
            }
            if (i >= given.size() || !matches(segment, given.get(i), parameters)) {
                return Optional.empty();
            }
        }
        return given.size() == wanted.size() ? Optional.of(parameters) : Optional.empty();
    }

    private static boolean matches(String segment, String given, Map<String, String> parameters) {
        String decoded = IncomingRequest.decodeSegment(given);
        if (!isParameter(segment)) {
            return segment.equals(decoded);
        }
        parameters.put(name(segment), decoded);
        return !given.isEmpty();
    }

    private static String rest(List<String> given, int from) {
        return given.subList(from, given.size()).stream()
                .map(IncomingRequest::decodeSegment)
                .collect(Collectors.joining("/"));
    }

    /// Greater for the more specific: literal before parameter before greedy, segment by segment, then a method before
    /// ANY.
    String specificity() {
        String byPath = path.equals("$default")
                ? ""
                : segments(path).stream()
                        .map(segment -> isGreedy(segment) ? "1" : isParameter(segment) ? "2" : "3")
                        .collect(Collectors.joining());
        return byPath + (method.equals(ANY) ? "0" : "1");
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return isParameter(segment) && segment.endsWith("+}");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
    }

    private static List<String> segments(String path) {
        return new ArrayList<>(Arrays.asList(path.substring(1).split("/", -1)));
    }
}
