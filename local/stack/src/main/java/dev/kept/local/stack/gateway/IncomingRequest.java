package dev.kept.local.stack.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as API Gateway sees it; `path` and `query` are as they were sent, still encoded.
record IncomingRequest(
        String method,
        String path,
        Optional<String> query,
        String protocol,
        String sourceIp,
        Map<String, List<String>> headers,
        Body body) {

    /// The bytes of a body, in a class of its own because arrays have no equality.
    static final class Body {

        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        boolean isEmpty() {
            return bytes.length == 0;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /// Names in lower case, and repeated headers joined, as HTTP APIs do. Cookies travel apart.
    Map<String, String> joinedHeaders() {
        var joined = new LinkedHashMap<String, String>();
        headers.forEach((name, values) -> {
            if (!name.equalsIgnoreCase("cookie")) {
                joined.merge(name.toLowerCase(Locale.ROOT), String.join(",", values), (a, b) -> a + "," + b);
            }
        });
        return joined;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(joinedHeaders().get(name.toLowerCase(Locale.ROOT)));
    }

    List<String> cookies() {
        var cookies = new ArrayList<String>();
        headers.forEach((name, values) -> {
            if (name.equalsIgnoreCase("cookie")) {
                values.forEach(value -> cookies.addAll(Arrays.asList(value.split(";\\s*", -1))));
            }
        });
        return cookies;
    }

    Map<String, String> queryParameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : query.filter(text -> !text.isEmpty())
                .map(text -> text.split("&", -1))
                .orElse(new String[0])) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                parameters.merge(decode(name), decode(value), (a, b) -> a + "," + b);
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // A stray percent sign stands for itself.
            return text;
        }
    }

    /// A path segment: unlike in a query, a plus sign in it is a plus sign.
    static String decodeSegment(String text) {
        return decode(text.replace("+", "%2B"));
    }
}
