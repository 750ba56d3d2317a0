package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rate.Bucket;
import dev.kept.domain.rate.RateLimit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The keys of the accounts table.
///
/// @param name of the table
record AccountsTable(String name) {
    Key profile(UserId user) {
        return key(partition(user), Keys.PROFILE);
    }

    /// The user's place in the list of all users.
    Key listed(UserId user) {
        return key(Keys.USERS, user.value());
    }

    /// A key as its user has it.
    Key userKey(UserId user, KeyId key) {
        return key(partition(user), Keys.API_KEY + key);
    }

    /// A key as a request brings it, without its user.
    Key apiKey(KeyId key) {
        return key(Keys.API_KEY + key, "KEY");
    }

    Range keys(UserId user) {
        return Range.of(name, Attribute.ACCOUNT, partition(user)).prefix(Keys.API_KEY);
    }

    Range users() {
        return Range.of(name, Attribute.ACCOUNT, Keys.USERS);
    }

    /// Under a hash: clients choose the key, and need it for nothing but to find the claim again.
    Key claim(UserId user, String idempotencyKey) {
        return key("IDEMPOTENCY#" + user, sha256(idempotencyKey));
    }

    /// One for each limit that the key has had.
    Key bucket(Bucket bucket, RateLimit limit) {
        return key("RATE#" + bucket.key(), bucket.rateClass() + "#" + limit.text());
    }

    Key migration(int version) {
        return key(Keys.MIGRATIONS, "%04d".formatted(version));
    }

    Range migrations() {
        return Range.of(name, Attribute.ACCOUNT, Keys.MIGRATIONS);
    }

    Key modelChange() {
        return key(Keys.EMBEDDINGS, "CHANGE");
    }

    Key redactionScan() {
        return key(Keys.REDACTION, "SCAN");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String partition(UserId user) {
        return Owner.of(user).key();
    }

    private Key key(String account, String item) {
        return new Key(name, Attribute.ACCOUNT, account, item);
    }
}
