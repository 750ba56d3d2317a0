package dev.kept.local.stack.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.Functions.HostUnavailable;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.SystemModel;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// One HTTP API: from a request to the reply of the function behind its route.
final class HttpApi {

    private final Router router;
    private final Authorizers authorizers;
    private final Authorizers.FunctionCaller functions;
    private final Clock clock;

    HttpApi(SystemModel system, Authorizers.FunctionCaller functions, Clock clock) {
        this.router = new Router(system);
        this.authorizers = new Authorizers(system, functions, clock);
        this.functions = functions;
        this.clock = clock;
    }

    HttpReply handle(IncomingRequest request, String requestId) throws InterruptedException {
        return switch (router.find(request.method(), request.path())) {
            case Router.Found.Matched(var route, var parameters) -> run(request, route, parameters, requestId);
            case Router.Found.WrongMethod wrong ->
                HttpReply.problem(
                                405,
                                "method-not-allowed",
                                "Method not allowed",
                                request.method() + " is not possible here",
                                requestId)
                        .with("allow", String.join(", ", wrong.allowed()));
            case Router.Found.Nothing nothing ->
                HttpReply.problem(404, "not-found", "Not found", "There is no route " + request.path(), requestId);
        };
    }

    private HttpReply run(IncomingRequest request, Route route, Map<String, String> parameters, String requestId)
            throws InterruptedException {
        var event = new HttpEvent(request, route, parameters, requestId, clock.instant());
        try {
            return route.authorizer().isPresent()
                    ? authorized(event, authorizers.ask(route.authorizer().get(), event))
                    : invoke(event, Optional.empty());
        } catch (HostUnavailable _) {
            return unavailable(requestId);
        }
    }

    private HttpReply authorized(HttpEvent event, Authorizers.Answer answer)
            throws HostUnavailable, InterruptedException {
        return switch (answer) {
            case Authorizers.Answer.Allowed(var context) -> invoke(event, Optional.of(context));
            case Authorizers.Answer.NoIdentity none ->
                unauthorized(event, "The Authorization header must hold an API key: Bearer <key>");
            case Authorizers.Answer.Denied denied ->
                unauthorized(event, "The Authorization header must hold a valid API key");
            case Authorizers.Answer.Broken broken -> broken(event);
        };
    }

    private HttpReply invoke(HttpEvent event, Optional<JsonNode> context) throws HostUnavailable, InterruptedException {
        return switch (functions.invoke(event.route().function(), event.forFunction(context))) {
            case Outcome.Reply(var body) -> HttpReply.of(body).orElseGet(() -> broken(event));
            case Outcome.Failure failure
            when failure.timedOut() ->
                HttpReply.problem(
                        503, "unavailable", "Temporarily unavailable", "The request took too long", event.requestId());
            case Outcome.Failure failure -> broken(event);
        };
    }

    /// API Gateway says 403 about a caller whom the authorizer denies. Here denied always means a key that is not
    /// valid, for
    /// which HTTP has 401; what a valid key may not do, the functions answer themselves.
    private static HttpReply unauthorized(HttpEvent event, String detail) {
        return HttpReply.problem(401, "unauthorized", "Unauthorized", detail, event.requestId())
                .with("www-authenticate", "Bearer");
    }

    private static HttpReply broken(HttpEvent event) {
        return HttpReply.problem(
                500,
                "internal",
                "Internal error",
                "The function failed; its log has the request id",
                event.requestId());
    }

    static HttpReply unavailable(String requestId) {
        return HttpReply.problem(
                        503,
                        "unavailable",
                        "Temporarily unavailable",
                        "The functions are starting; try again",
                        requestId)
                .with("retry-after", "1");
    }
}
