package dev.kept.domain.rate;

import java.time.Instant;

/// Where the tokens of all keys are counted, for all processes together. A bucket that was never
/// asked is full, and so is one that was not asked with this limit before: what is missing at one
/// pace says nothing at another.
public interface TokenBuckets {
    /// Takes tokens as one step: whoever asks at the same time, no token is granted twice. Owed tokens are always
    /// taken.
    ///
    /// It answers within a fraction of a second or fails: a request waits for it.
    ///
    /// @param now by the clock of the process that asks; those of all are taken to agree
    Drawn draw(Bucket bucket, Drawing drawing, Instant now);
}
