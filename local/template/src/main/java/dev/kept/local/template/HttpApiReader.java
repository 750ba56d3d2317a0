package dev.kept.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class HttpApiReader {

    private HttpApiReader() {}

    static HttpApiModel read(Resource resource) {
        Value.Fields auth =
                resource.properties(resource.stack().globals("HttpApi")).fields("Auth");
        var authorizers = new LinkedHashMap<String, HttpApiModel.Authorizer>();
        auth.fields("Authorizers")
                .values()
                .forEach((name, body) -> authorizers.put(name, authorizer(name, body.asFields())));
        return new HttpApiModel(resource.logicalId(), defaultAuthorizer(auth, authorizers), authorizers);
    }

    private static Optional<String> defaultAuthorizer(Value.Fields auth, Map<String, HttpApiModel.Authorizer> known) {
        Optional<String> name = auth.text("DefaultAuthorizer");
        name.filter(n -> !known.containsKey(n)).ifPresent(n -> {
            throw new TemplateException(auth.at(), "there is no authorizer named " + n);
        });
        return name;
    }

    private static HttpApiModel.Authorizer authorizer(String name, Value.Fields body) {
        if (!body.text("AuthorizerPayloadFormatVersion").equals(Optional.of("2.0"))
                || !body.flag("EnableSimpleResponses")) {
            throw new TemplateException(body.at(), "authorizer " + name + " must use payload 2.0 and simple responses");
        }
        Value.Fields identity = body.fields("Identity");
        List<String> headers =
                identity.items("Headers").stream().map(Value::asText).toList();
        return new HttpApiModel.Authorizer(
                name,
                body.required("FunctionArn").asText(),
                headers,
                Duration.ofSeconds(identity.number("ReauthorizeEvery").orElse(0)));
    }
}
