package dev.kept.adapters.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// How long calls of the tables may take. A call that is tried again waits a random time that grows, as the SDK does
/// it.
///
/// @param attemptTimeout of one try; a query brings up to a megabyte
/// @param callTimeout of all tries and the waiting between them
/// @param tries of one call
record DynamoDbConfig(Duration connectTimeout, Duration attemptTimeout, Duration callTimeout, int tries) {
    static final DynamoDbConfig DEFAULTS =
            new DynamoDbConfig(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(12), 4);

    DynamoDbConfig {
        if (!connectTimeout.isPositive() || !attemptTimeout.isPositive() || tries < 1) {
            throw new IllegalArgumentException("timeouts and tries must be above 0");
        }
        if (callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException("a call must not end before its first try");
        }
    }

    DynamoDbClientBuilder configure(DynamoDbClientBuilder builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connectTimeout)
                        .socketTimeout(attemptTimeout))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(attemptTimeout)
                        .apiCallTimeout(callTimeout)
                        .retryStrategy(strategy -> strategy.maxAttempts(tries)));
    }
}
