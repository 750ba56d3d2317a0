package dev.kept.adapters.dynamodb;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Values of an expression as the API wants them: it takes none, but refuses an empty map of
/// them.
final class Values {
    private Values() {}

    static @Nullable Map<String, AttributeValue> orNull(Map<String, AttributeValue> values) {
        return values.isEmpty() ? null : values;
    }
}
