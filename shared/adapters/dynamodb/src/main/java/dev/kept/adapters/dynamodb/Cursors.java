package dev.kept.adapters.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kept.domain.error.InvalidRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Cursors are the key of the last item of a page, bound to the list that they continue. They
/// hold no secret and need no signature: whoever forges one only moves within a partition that
/// the query fixes anyway.
final class Cursors {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> KEY = new TypeReference<>() {};
    private static final String SCOPE = "of";
    private static final int SCOPE_CHARACTERS = 16;

    private Cursors() {}

    static String encode(String scope, Map<String, AttributeValue> key) {
        Map<String, String> content = new HashMap<>(Map.of(SCOPE, hash(scope)));
        key.forEach((name, value) -> content.put(name, value.s()));
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of text is always JSON", e);
        }
    }

    /// @param names the attributes that the key must have
    static Map<String, AttributeValue> decode(String scope, String cursor, Set<String> names) {
        Map<String, String> content = content(cursor);
        if (!hash(scope).equals(content.remove(SCOPE)) || !content.keySet().equals(names)) {
            throw foreign();
        }
        Map<String, AttributeValue> key = new HashMap<>();
        content.forEach((name, value) -> key.put(name, AttributeValue.fromS(value)));
        return key;
    }

    static InvalidRequest foreign() {
        return new InvalidRequest("cursor", "must come from the page before");
    }

    private static Map<String, String> content(String cursor) {
        try {
            return new HashMap<>(JSON.readValue(Base64.getUrlDecoder().decode(cursor), KEY));
        } catch (IllegalArgumentException | IOException _) {
            throw foreign();
        }
    }

    private static String hash(String scope) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(scope.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SCOPE_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
