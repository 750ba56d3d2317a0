package dev.kept.domain.rate;

import java.time.Instant;

/// What a bucket gave.
///
/// @param granted of the tokens that were wanted
/// @param nextAt when there is another token; not after now, when there is one
public record Drawn(int granted, Instant nextAt) {}
