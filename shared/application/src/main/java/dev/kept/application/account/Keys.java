package dev.kept.application.account;

import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rate.KeyLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The form of an API key: `kept_<key id>_<secret>`, with 128 random bits in the id and 256 in the secret. The prefix
/// lets secret scanners, ours included, know it when they see it.
final class Keys {
    private static final String PREFIX = "kept";
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int PARTS = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Keys() {}

    /// With the limits of the deployment.
    static IssuedKey issue(UserId user, AccountRole role, Optional<String> name, Instant now) {
        KeyId id = new KeyId(HexFormat.of().formatHex(random(ID_BYTES)));
        String secret = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(random(SECRET_BYTES))
                .replace('_', '.');
        return new IssuedKey(
                new ApiKey(id, user, role, hash(secret), name, KeyLimits.NONE, now),
                PREFIX + "_" + id.value() + "_" + secret);
    }

    /// The key id of a bearer token; empty when it has another form.
    static Optional<KeyId> id(String token) {
        String[] parts = token.split("_", -1);
        if (parts.length != PARTS || !parts[0].equals(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeyId(parts[1]));
        } catch (InvalidRequest malformed) {
            return Optional.empty();
        }
    }

    /// Whether a token is the key; takes the same time wherever they differ.
    static boolean matches(ApiKey key, String token) {
        String secret = token.substring(token.lastIndexOf('_') + 1);
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII),
                key.secretHash().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
