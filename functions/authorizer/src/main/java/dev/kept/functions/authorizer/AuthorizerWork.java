package dev.kept.functions.authorizer;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import dev.kept.application.account.Authenticate;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.AccountStore;
import dev.kept.domain.account.Caller;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.TraceContext;
import dev.kept.runtime.json.EnumNames;
import dev.kept.runtime.telemetry.Telemetry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks the bearer token of a request.
@Singleton
final class AuthorizerWork {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizerWork.class);

    private final Authenticate authenticate;

    AuthorizerWork(AccountStore accounts) {
        this.authenticate = new Authenticate(accounts);
    }

    /// The simple response of payload format 2.0
    /// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html).
    Map<String, Object> authorize(APIGatewayV2CustomAuthorizerEvent event) {
        Optional<TraceContext> cause = header(event, TraceContext.NAME).flatMap(TraceContext::parse);
        try (var _ = Telemetry.tracing().begin(SpanName.AUTHORIZATION, "", cause)) {
            return check(event);
        }
    }

    private Map<String, Object> check(APIGatewayV2CustomAuthorizerEvent event) {
        Optional<Caller> caller = header(event, "authorization").flatMap(authenticate::authenticate);
        caller.filter(known -> known.role() != AccountRole.ADMIN).ifPresent(known -> Telemetry.workFor(known.owner()));
        LOG.atInfo().addKeyValue("allowed", caller.isPresent()).log("caller.checked");
        return caller.map(AuthorizerWork::allowed).orElse(Map.of("isAuthorized", false));
    }

    private static Optional<String> header(APIGatewayV2CustomAuthorizerEvent event, String name) {
        Map<String, String> headers = event.getHeaders();
        return Optional.ofNullable(headers == null ? null : headers.get(name));
    }

    /// The limits of the key go with it, so that no function has to look for them. API Gateway hands
    /// texts on as they are, and keeps all of it for a minute.
    private static Map<String, Object> allowed(Caller caller) {
        Map<String, String> context = new TreeMap<>(caller.limits().texts());
        context.put("userId", caller.userId().value());
        context.put("role", EnumNames.of(caller.role()));
        context.put("keyId", caller.keyId().value());
        return Map.of("isAuthorized", true, "context", context);
    }
}
