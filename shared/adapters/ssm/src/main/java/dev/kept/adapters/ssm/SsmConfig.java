package dev.kept.adapters.ssm;

import java.net.URI;
import java.time.Duration;

/// Where the flags are, and how long a request may wait for them.
///
/// @param parameter its name
/// @param timeout of one call; there is no second try, because the last known flags hold
/// @param maxAge how old a value may be before it is read again
record SsmConfig(String parameter, URI endpoint, String region, Duration timeout, Duration maxAge) {
    SsmConfig {
        if (parameter.isBlank()) {
            throw new IllegalArgumentException("KEPT_FLAGS_PARAMETER must name a parameter");
        }
        if (!timeout.isPositive() || !maxAge.isPositive()) {
            throw new IllegalArgumentException("timeout and age must be above 0");
        }
    }

    static SsmConfig of(String parameter, URI endpoint, String region) {
        return new SsmConfig(parameter, endpoint, region, Duration.ofMillis(500), Duration.ofMinutes(1));
    }
}
