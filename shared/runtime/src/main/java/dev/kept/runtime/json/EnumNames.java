package dev.kept.runtime.json;

import dev.kept.domain.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The names of closed sets on the wire: the constants in lower case.
public final class EnumNames {
    private EnumNames() {}

    /// @throws InvalidRequest listing the allowed names
    public static <T> T parse(String field, String name, Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        field,
                        Arrays.stream(type.getEnumConstants())
                                .map(EnumNames::of)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    public static String of(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }
}
