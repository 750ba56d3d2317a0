package dev.kept.runtime.telemetry;

import dev.kept.domain.id.Owner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Stands for an owner in logs, so that the lines of one can be found together without the log telling who it is. Who
/// knows an id can compute its hash: it keeps names out of logs and is no secret.
final class UserHash {
    private static final int LENGTH = 12;

    private UserHash() {}

    static String of(Owner owner) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(owner.key().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
