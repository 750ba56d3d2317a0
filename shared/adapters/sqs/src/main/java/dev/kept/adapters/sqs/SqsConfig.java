package dev.kept.adapters.sqs;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/// How long it may take to send messages. A call that is tried again waits a random time that grows, as the SDK does
/// it.
///
/// @param attemptTimeout of one try
/// @param callTimeout of all tries and the waiting between them
/// @param tries of one call
record SqsConfig(Duration connectTimeout, Duration attemptTimeout, Duration callTimeout, int tries) {
    static final SqsConfig DEFAULTS =
            new SqsConfig(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(12), 4);

    SqsConfig {
        if (!connectTimeout.isPositive() || !attemptTimeout.isPositive() || tries < 1) {
            throw new IllegalArgumentException("timeouts and tries must be above 0");
        }
        if (callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException("a call must not end before its first try");
        }
    }

    SqsClientBuilder configure(SqsClientBuilder builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connectTimeout)
                        .socketTimeout(attemptTimeout))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(attemptTimeout)
                        .apiCallTimeout(callTimeout)
                        .retryStrategy(strategy -> strategy.maxAttempts(tries)));
    }
}
