package dev.kept.domain.search;

import dev.kept.domain.id.Owner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/// Vectors that were made before, so that the same text is not embedded twice. A help and no record: what it forgets is
/// made again, and it forgets what was not asked for in a month at the latest.
///
/// Each owner's are kept apart: erasing an owner erases them, and how fast an answer comes tells nobody what another
/// owner wrote.
public interface EmbeddingCache {
    /// Those of the vectors that are known; a failure is the caller's to pass over.
    ///
    /// @throws dev.kept.domain.error.DependencyUnavailable when the cache does not answer
    Map<TextKey, Embedding> find(Set<TextKey> keys);

    /// Keeps vectors; what is known already is replaced, by the same.
    ///
    /// @throws dev.kept.domain.error.DependencyUnavailable when the cache does not answer
    void keep(Map<TextKey, Embedding> made);

    /// Whose text, read by which model, as which bytes.
    ///
    /// @param hash of the text, which itself is not kept
    record TextKey(Owner owner, String model, String hash) {
        public static TextKey of(Owner owner, String model, String text) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return new TextKey(
                        owner, model, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
