package dev.kept.adapters.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How large an item is as AWS reckons it
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
final class ItemSize {
    private static final int UNIT = 1024;
    private static final int OF_A_COLLECTION = 3;

    private ItemSize() {}

    /// Units to write it.
    static int units(Map<String, AttributeValue> item) {
        return Math.ceilDiv(bytes(item), UNIT);
    }

    private static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            // Two digits a byte, and one more.
            case N -> Math.ceilDiv(value.n().length(), 2) + 1;
            case B -> value.b().asByteArrayUnsafe().length;
            case L ->
                OF_A_COLLECTION
                        + value.l().stream().mapToInt(one -> 1 + bytes(one)).sum();
            case M -> OF_A_COLLECTION + value.m().size() + bytes(value.m());
            case SS -> value.ss().stream().mapToInt(ItemSize::bytes).sum();
            case BOOL, NUL -> 1;
            default -> throw new IllegalArgumentException("no item of ours has a " + value.type());
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
