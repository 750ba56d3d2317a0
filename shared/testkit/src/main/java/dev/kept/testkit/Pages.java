package dev.kept.testkit;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Cuts a list into pages whose cursor belongs to one list only.
final class Pages<T> {
    private final String scope;
    private final Function<T, String> position;
    private final Comparator<String> order;

    private Pages(String scope, Function<T, String> position, Comparator<String> order) {
        this.scope = Integer.toHexString(scope.hashCode());
        this.position = position;
        this.order = order;
    }

    /// @param scope what is listed, so that another list refuses the cursor
    /// @param position where an item stands in the list
    static <T> Pages<T> ascending(String scope, Function<T, String> position) {
        return new Pages<>(scope, position, Comparator.naturalOrder());
    }

    static <T> Pages<T> descending(String scope, Function<T, String> position) {
        return new Pages<>(scope, position, Comparator.reverseOrder());
    }

    Page<T> cut(Stream<T> items, PageRequest page) {
        Optional<String> after = page.cursor().map(this::decode);
        List<T> rest = items.sorted(Comparator.comparing(position, order))
                .filter(item -> after.map(last -> order.compare(position.apply(item), last) > 0)
                        .orElse(true))
                .limit(page.limit() + 1L)
                .toList();
        if (rest.size() <= page.limit()) {
            return new Page<>(rest, Optional.empty());
        }
        List<T> kept = rest.subList(0, page.limit());
        return new Page<>(kept, Optional.of(encode(position.apply(kept.getLast()))));
    }

    private String encode(String last) {
        byte[] bytes = (scope + "/" + last).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(scope + "/")) {
                return text.substring(scope.length() + 1);
            }
        } catch (IllegalArgumentException _) {
            // Damaged, which is as bad as foreign.
        }
        throw new InvalidRequest("cursor", "must come from the page before");
    }
}
