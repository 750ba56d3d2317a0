package dev.kept.adapters.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// How long calls of tables, buckets and queues may take. A call that is tried again waits a random time that grows,
/// as the SDK does it.
///
/// @param attemptTimeout of one try; a query brings up to a megabyte, an object is a few at most
/// @param callTimeout of all tries and the waiting between them
/// @param tries of one call
public record StoreCalls(Duration connectTimeout, Duration attemptTimeout, Duration callTimeout, int tries) {
    public static final StoreCalls DEFAULTS =
            new StoreCalls(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(12), 4);

    public StoreCalls {
        if (!connectTimeout.isPositive() || !attemptTimeout.isPositive() || tries < 1) {
            throw new IllegalArgumentException("timeouts and tries must be above 0");
        }
        if (callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException("a call must not end before its first try");
        }
    }

    /// The builder, whose clients keep to it.
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(B builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connectTimeout)
                        .socketTimeout(attemptTimeout))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(attemptTimeout)
                        .apiCallTimeout(callTimeout)
                        .retryStrategy(strategy -> strategy.maxAttempts(tries)));
    }
}
