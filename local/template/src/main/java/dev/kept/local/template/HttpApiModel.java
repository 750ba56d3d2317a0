package dev.kept.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The HTTP API's own part; its routes are events of functions.
public record HttpApiModel(String logicalId, Optional<String> defaultAuthorizer, Map<String, Authorizer> authorizers) {

    public HttpApiModel {
        authorizers = Map.copyOf(authorizers);
    }

    /// Answers are cached for `cachedFor` by the values of the identity headers; zero means never.
    public record Authorizer(String name, String functionArn, List<String> identityHeaders, Duration cachedFor) {

        public Authorizer {
            identityHeaders = List.copyOf(identityHeaders);
        }
    }
}
