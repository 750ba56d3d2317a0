package dev.kept.functions.authorizer;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import dev.kept.runtime.lambda.Rehearsal;
import dev.kept.runtime.lambda.RuntimeEvents;
import jakarta.inject.Singleton;
import java.util.Map;

/// A key of the right form that nobody has.
@Singleton
final class AuthorizerRehearsal implements Rehearsal {
    private static final String EVENT = """
            {"version":"2.0","type":"REQUEST","routeKey":"POST /v1/search",
             "headers":{"authorization":"Bearer kept_00000000000000000000000000000000_nobody"}}""";

    private final AuthorizerWork work;

    AuthorizerRehearsal(AuthorizerWork work) {
        this.work = work;
    }

    @Override
    @SuppressWarnings("unchecked") // The runtime's serializers are typed by a class, and no class is a typed map.
    public void rehearse() {
        Map<String, Object> answer = work.authorize(RuntimeEvents.read(EVENT, APIGatewayV2CustomAuthorizerEvent.class));
        RuntimeEvents.write(answer, (Class<Map<String, Object>>) (Class<?>) Map.class);
    }
}
