package dev.kept.domain.telemetry;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Names of constants as CloudWatch writes names.
final class Names {
    private Names() {}

    static String pascal(String constant) {
        return Arrays.stream(constant.split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
