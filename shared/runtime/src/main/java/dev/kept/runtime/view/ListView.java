package dev.kept.runtime.view;

import dev.kept.domain.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A page of a list.
public record ListView<T>(List<T> items, Optional<String> nextCursor) {
    public static <S, T> ListView<T> of(Page<S> page, Function<? super S, ? extends T> view) {
        Page<T> mapped = page.map(view);
        return new ListView<>(mapped.items(), mapped.next());
    }

    public static <T> ListView<T> of(List<T> all) {
        return new ListView<>(all, Optional.empty());
    }
}
