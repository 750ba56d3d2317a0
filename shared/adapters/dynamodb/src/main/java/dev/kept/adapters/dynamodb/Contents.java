package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.work.LargeContent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// Text inside an item, or in the store for large content when the item would grow too large.
final class Contents {
    private static final String CONTENT = "content";
    private static final String CONTENT_KEY = "contentKey";
    private final LargeContent large;

    Contents(LargeContent large) {
        this.large = large;
    }

    /// A text on its way into an item.
    ///
    /// @param text empty when it lies in the store for large content
    record Placed(Optional<String> text, Optional<String> key) {
        void into(Item item) {
            item.put(CONTENT, text).put(CONTENT_KEY, key);
        }
    }

    /// Puts a text where it belongs; before the item is written, so that no item points to
    /// nothing. If the item is not written in the end, an object stays behind that nobody reads,
    /// and goes with its folder.
    ///
    /// @param folder where it lies when it is large; the name is made here, so a place is written
    ///     once
    Placed place(String folder, String text, int inlineBytes) {
        if (!isLarge(text, inlineBytes)) {
            return new Placed(Optional.of(text), Optional.empty());
        }
        String key = folder + "/" + UUID.randomUUID();
        large.put(key, text);
        return new Placed(Optional.empty(), Optional.of(key));
    }

    /// Empty when the content was removed after the item was read.
    Optional<String> read(Item item) {
        return item.optional(CONTENT).or(() -> item.optional(CONTENT_KEY).flatMap(this::get));
    }

    void remove(Item item) {
        item.optional(CONTENT_KEY).ifPresent(large::delete);
    }

    private Optional<String> get(String key) {
        try {
            return Optional.of(large.get(key));
        } catch (NotFound _) {
            return Optional.empty();
        }
    }

    static boolean isLarge(String text, int inlineBytes) {
        return text.getBytes(StandardCharsets.UTF_8).length > inlineBytes;
    }
}
