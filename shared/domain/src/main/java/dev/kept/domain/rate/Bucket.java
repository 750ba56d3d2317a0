package dev.kept.domain.rate;

import dev.kept.domain.id.KeyId;

/// What one key may still ask of one class.
public record Bucket(KeyId key, RateClass rateClass) {}
