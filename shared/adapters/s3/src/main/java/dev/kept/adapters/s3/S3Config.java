package dev.kept.adapters.s3;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// How long calls of the archive may take. A call that is tried again waits a random time that grows, as the SDK does
/// it.
///
/// @param attemptTimeout of one try; an object is a few megabytes at most
/// @param callTimeout of all tries and the waiting between them
/// @param tries of one call
record S3Config(Duration connectTimeout, Duration attemptTimeout, Duration callTimeout, int tries) {
    static final S3Config DEFAULTS =
            new S3Config(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(12), 4);

    S3Config {
        if (!connectTimeout.isPositive() || !attemptTimeout.isPositive() || tries < 1) {
            throw new IllegalArgumentException("timeouts and tries must be above 0");
        }
        if (callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException("a call must not end before its first try");
        }
    }

    S3ClientBuilder configure(S3ClientBuilder builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connectTimeout)
                        .socketTimeout(attemptTimeout))
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(attemptTimeout)
                        .apiCallTimeout(callTimeout)
                        .retryStrategy(strategy -> strategy.maxAttempts(tries)));
    }
}
