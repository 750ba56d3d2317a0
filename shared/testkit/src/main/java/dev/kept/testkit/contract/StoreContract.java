package dev.kept.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/// What the contracts of the stores have in common: empty stores before each test, and a clock
/// that stands still.
public abstract class StoreContract {
    protected final MutableClock clock = MutableClock.atNoon();
    protected final FakeLargeContent large = new FakeLargeContent();
    private Optional<Stores> opened = Optional.empty();

    /// Opens stores that hold nothing.
    protected abstract Stores open(Clock clock, LargeContent large);

    @BeforeEach
    void openStores() {
        opened = Optional.of(open(clock, large));
    }

    protected final Stores stores() {
        return opened.orElseThrow();
    }

    /// All items of a list, read in pages of the given size.
    protected static <T> List<T> all(int size, Function<PageRequest, Page<T>> list) {
        List<T> items = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(size, cursor));
            items.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return items;
    }

    /// A cursor that was given by one list is refused by another, and so is one that is damaged.
    protected static void assertRefusesForeignCursors(
            Function<PageRequest, ? extends Page<?>> list, Function<PageRequest, ? extends Page<?>> other) {
        String cursor = list.apply(PageRequest.first(1)).next().orElseThrow();
        for (String foreign : List.of("?", "AAAA", cursor.substring(1))) {
            assertRefused(list, foreign);
        }
        assertRefused(other, cursor);
    }

    private static void assertRefused(Function<PageRequest, ? extends Page<?>> list, String cursor) {
        PageRequest page = new PageRequest(1, Optional.of(cursor));
        assertEquals(
                "cursor",
                assertThrows(InvalidRequest.class, () -> list.apply(page)).field());
    }
}
