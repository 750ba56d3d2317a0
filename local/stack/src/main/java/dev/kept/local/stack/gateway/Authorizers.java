package dev.kept.local.stack.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.local.stack.aws.Functions.HostUnavailable;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.HttpApiModel;
import dev.kept.local.template.SystemModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the authorizer function, and remembers its answers for as long as the template says, by the identity alone.
final class Authorizers {

    private static final int CACHE_MAX = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SystemModel system;
    private final FunctionCaller functions;
    private final Clock clock;
    private final Map<CacheKey, CachedAnswer> cache = new LinkedHashMap<>();

    /// As in [Functions]; a role of its own so that tests need no host.
    @FunctionalInterface
    interface FunctionCaller {

        Outcome invoke(FunctionModel function, String event) throws HostUnavailable, InterruptedException;
    }

    private record CacheKey(String authorizer, List<String> identity) {}

    private record CachedAnswer(Answer answer, Instant until) {}

    sealed interface Answer {

        record Allowed(JsonNode context) implements Answer {}

        record Denied() implements Answer {}

        /// The request lacks what identifies its sender; the function was not asked.
        record NoIdentity() implements Answer {}

        record Broken() implements Answer {}
    }

    Authorizers(SystemModel system, FunctionCaller functions, Clock clock) {
        this.system = system;
        this.functions = functions;
        this.clock = clock;
    }

    Answer ask(HttpApiModel.Authorizer authorizer, HttpEvent event) throws HostUnavailable, InterruptedException {
        var identity = new ArrayList<String>();
        for (String name : authorizer.identityHeaders()) {
            Optional<String> value = event.request().header(name).filter(text -> !text.isBlank());
            if (value.isEmpty()) {
                return new Answer.NoIdentity();
            }
            identity.add(value.get());
        }
        var key = new CacheKey(authorizer.name(), List.copyOf(identity));
        Optional<Answer> known = cached(key);
        return known.isPresent()
                ? known.get()
                : remember(authorizer, key, call(authorizer, event.forAuthorizer(identity)));
    }

    private Answer call(HttpApiModel.Authorizer authorizer, String event) throws HostUnavailable, InterruptedException {
        FunctionModel function = system.function(authorizer.functionArn())
                .orElseThrow(() -> new IllegalStateException("there is no function " + authorizer.functionArn()));
        return functions.invoke(function, event) instanceof Outcome.Reply(var body)
                ? answer(body)
                : new Answer.Broken();
    }

    private static Answer answer(String body) {
        try {
            JsonNode reply = JSON.readTree(body);
            JsonNode context = reply.path("context");
            return reply.path("isAuthorized").asBoolean()
                    ? new Answer.Allowed(context.isObject() ? context : JSON.createObjectNode())
                    : new Answer.Denied();
        } catch (JsonProcessingException _) {
            return new Answer.Broken();
        }
    }

    private synchronized Optional<Answer> cached(CacheKey key) {
        CachedAnswer known = cache.get(key);
        return known != null && clock.instant().isBefore(known.until())
                ? Optional.of(known.answer())
                : Optional.empty();
    }

    private synchronized Answer remember(HttpApiModel.Authorizer authorizer, CacheKey key, Answer answer) {
        if (!authorizer.cachedFor().isZero() && !(answer instanceof Answer.Broken)) {
            cache.remove(key);
            cache.put(key, new CachedAnswer(answer, clock.instant().plus(authorizer.cachedFor())));
            if (cache.size() > CACHE_MAX) {
                cache.remove(cache.keySet().iterator().next());
            }
        }
        return answer;
    }
}
