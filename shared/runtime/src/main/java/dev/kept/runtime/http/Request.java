package dev.kept.runtime.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.Caller;
import dev.kept.domain.error.AccessDenied;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.domain.text.Limits;
import dev.kept.runtime.json.EnumNames;
import dev.kept.runtime.json.Json;
import dev.kept.runtime.json.Timestamps;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One HTTP request, as a route reads it. Who asks comes from the authorizer's context and from nowhere else.
public final class Request {
    /// A version of up to 18 digits, which a `long` always holds.
    private static final Pattern IF_MATCH = Pattern.compile("(?:W/)?(\"?)(\\d{1,18})\\1");

    private final APIGatewayV2HTTPEvent event;
    private final String body;

    Request(APIGatewayV2HTTPEvent event) {
        this.event = event;
        this.body = decode(event);
    }

    public String routeKey() {
        return orEmpty(event.getRouteKey());
    }

    public String rawPath() {
        return orEmpty(event.getRawPath());
    }

    public String rawQuery() {
        return orEmpty(event.getRawQueryString());
    }

    /// The body as text; empty when there is none.
    public String rawBody() {
        return body;
    }

    /// @throws AccessDenied when the authorizer named nobody
    public Caller caller() {
        return knownCaller().orElseThrow(() -> new AccessDenied("the request carries no identity"));
    }

    /// Empty when the authorizer named nobody, as on the routes that are open.
    Optional<Caller> knownCaller() {
        Map<String, Object> context = authorizerContext();
        Object userId = context.get("userId");
        Object role = context.get("role");
        Object keyId = context.get("keyId");
        if (userId == null || role == null || keyId == null) {
            return Optional.empty();
        }
        return Optional.of(new Caller(
                new UserId(userId.toString()),
                EnumNames.parse("role", role.toString(), AccountRole.class),
                new KeyId(keyId.toString()),
                KeyLimits.of(name -> Optional.ofNullable(context.get(name)).map(Object::toString))));
    }

    /// Whose records the request is about.
    ///
    /// @throws AccessDenied when the caller is an administrator, who keeps accounts and has no records
    public Owner owner() {
        Caller caller = caller();
        if (caller.role() == AccountRole.ADMIN) {
            throw new AccessDenied("a user's key is needed");
        }
        return caller.owner();
    }

    /// @throws AccessDenied when the caller is not an administrator
    public Caller admin() {
        Caller caller = caller();
        if (caller.role() != AccountRole.ADMIN) {
            throw new AccessDenied("an administrator's key is needed");
        }
        return caller;
    }

    public <T> T body(Class<T> type) {
        return Json.read(body, type);
    }

    /// The body of a request that may come without one.
    public <T> T bodyOrEmpty(Class<T> type) {
        return Json.read(body.isBlank() ? "{}" : body, type);
    }

    /// @throws InvalidRequest when the path has no such parameter
    public String path(String name) {
        Map<String, String> parameters = event.getPathParameters();
        String value = parameters == null ? null : parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw new InvalidRequest(name, "must be given");
        }
        return value;
    }

    public Optional<String> query(String name) {
        Map<String, String> parameters = event.getQueryStringParameters();
        return Optional.ofNullable(parameters == null ? null : parameters.get(name))
                .filter(value -> !value.isEmpty());
    }

    public <T> Optional<T> query(String name, Class<T> type) {
        return query(name).map(value -> EnumNames.parse(name, value, type));
    }

    public Optional<Instant> instant(String name) {
        return query(name).map(value -> Timestamps.parse(name, value));
    }

    public Optional<Integer> integer(String name) {
        return query(name).map(value -> parseInteger(name, value));
    }

    /// Reads `limit` and `cursor`.
    public PageRequest page() {
        return new PageRequest(integer("limit").orElse(PageRequest.LIMIT_DEFAULT), query("cursor"));
    }

    /// Refuses query parameters that the route does not know, for the same reason as unknown fields in a body.
    public void allowQuery(String... names) {
        Map<String, String> parameters = event.getQueryStringParameters();
        if (parameters != null) {
            parameters.keySet().stream()
                    .filter(name -> !Set.of(names).contains(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw InvalidRequest.unknownField(name, "is not a known query parameter");
                    });
        }
    }

    public Optional<String> header(String name) {
        Map<String, String> headers = event.getHeaders();
        return Optional.ofNullable(headers == null ? null : headers.get(name)).map(String::strip);
    }

    /// The version in `If-Match`, with or without quotes.
    public Optional<Long> ifMatch() {
        return header("if-match").map(value -> {
            Matcher version = IF_MATCH.matcher(value);
            if (!version.matches()) {
                throw new InvalidRequest("If-Match", "must be a version number");
            }
            return Long.valueOf(version.group(2));
        });
    }

    public String requestId() {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        return context == null || context.getRequestId() == null ? "unknown" : context.getRequestId();
    }

    private Map<String, Object> authorizerContext() {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        if (context == null
                || context.getAuthorizer() == null
                || context.getAuthorizer().getLambda() == null) {
            return Map.of();
        }
        return context.getAuthorizer().getLambda();
    }

    private static int parseInteger(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new InvalidRequest(name, "must be a whole number");
        }
    }

    private static String decode(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return "";
        }
        byte[] bytes = event.getIsBase64Encoded() ? bytes(body) : body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Limits.BODY_BYTES) {
            throw InvalidRequest.tooLarge("the body must be at most 1 MiB");
        }
        return event.getIsBase64Encoded() ? text(bytes) : body;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("", "the body is not what its encoding says");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequest("", "the body must be UTF-8");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
