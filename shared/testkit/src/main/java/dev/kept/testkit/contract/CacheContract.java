package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.cache.Cache.Drawer;
import dev.kept.domain.cache.Cache.Place;
import dev.kept.testkit.Together;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a {@link Cache} promises while it is there.
public abstract class CacheContract {
    protected static final Place RECORDS = new Place(ADA, Drawer.RECORDS);
    protected static final Place VECTORS = new Place(ADA, Drawer.VECTORS);
    protected static final Place SESSIONS = new Place(ADA, Drawer.SESSIONS);
    private static final Place OF_GRACE = new Place(GRACE, Drawer.RECORDS);

    private Optional<Cache> opened = Optional.empty();

    /// A cache that knows nothing of these owners.
    protected abstract Cache open();

    @BeforeEach
    void openCache() {
        opened = Optional.of(open());
    }

    @Test
    void findsWhatItKeepsOfAVersion() {
        cache().keep(RECORDS, 7, Map.of("a", bytes("first"), "b", bytes("")));
        cache().keep(RECORDS, 7, Map.of("c", bytes("third")));

        assertEquals(
                Map.of("a", bytes("first"), "b", bytes(""), "c", bytes("third")),
                cache().find(RECORDS, 7, Set.of("a", "b", "c", "d")));
        assertEquals(Map.of("c", bytes("third")), cache().find(RECORDS, 7, Set.of("c")));
        assertEquals(Map.of(), cache().find(RECORDS, 7, Set.of()));
    }

    @Test
    void replacesWhatIsOfTheSameVersion() {
        cache().keep(RECORDS, 7, Map.of("a", bytes("built while the index was down")));
        cache().keep(RECORDS, 7, Map.of("a", bytes("built again")));

        assertEquals(Map.of("a", bytes("built again")), cache().find(RECORDS, 7, Set.of("a")));
    }

    @Test
    void findsNothingOfAnotherVersion() {
        cache().keep(RECORDS, 7, Map.of("a", bytes("seven")));

        assertEquals(Map.of(), cache().find(RECORDS, 6, Set.of("a")));
        assertEquals(Map.of(), cache().find(RECORDS, 8, Set.of("a")));
        assertEquals(Map.of("a", bytes("seven")), cache().find(RECORDS, 7, Set.of("a")));
    }

    @Test
    void putsANewerVersionInThePlaceOfAllOlderCopies() {
        cache().keep(RECORDS, 7, Map.of("a", bytes("seven"), "b", bytes("seven")));
        cache().keep(RECORDS, 8, Map.of("a", bytes("eight")));

        assertEquals(Map.of("a", bytes("eight")), cache().find(RECORDS, 8, Set.of("a", "b")));
        assertEquals(Map.of(), cache().find(RECORDS, 7, Set.of("a", "b")));
    }

    /// A reader that read the record before a write, and was slow.
    @Test
    void takesNothingOlderThanWhatItHolds() {
        cache().keep(RECORDS, 8, Map.of("a", bytes("eight")));
        cache().keep(RECORDS, 7, Map.of("a", bytes("seven"), "b", bytes("seven")));

        assertEquals(Map.of("a", bytes("eight")), cache().find(RECORDS, 8, Set.of("a", "b")));
        assertEquals(Map.of(), cache().find(RECORDS, 7, Set.of("a", "b")));
    }

    @Test
    void forgetsWhatIsOlderAndTakesNothingOlderAnyMore() {
        cache().keep(RECORDS, 7, Map.of("a", bytes("a secret that was forgotten")));
        cache().forget(RECORDS, 8);
        cache().keep(RECORDS, 7, Map.of("a", bytes("a secret that was forgotten")));

        assertEquals(Map.of(), cache().find(RECORDS, 7, Set.of("a")));
        assertEquals(Map.of(), cache().find(RECORDS, 8, Set.of("a")));
        cache().keep(RECORDS, 8, Map.of("a", bytes("without it")));
        assertEquals(Map.of("a", bytes("without it")), cache().find(RECORDS, 8, Set.of("a")));
    }

    @Test
    void forgetsNothingThatIsNewEnough() {
        cache().keep(RECORDS, 8, Map.of("a", bytes("eight")));
        cache().forget(RECORDS, 8);
        cache().forget(RECORDS, 7);

        assertEquals(Map.of("a", bytes("eight")), cache().find(RECORDS, 8, Set.of("a")));
    }

    @Test
    void keepsOwnersAndDrawersApart() {
        cache().keep(RECORDS, 7, Map.of("a", bytes("of Ada")));
        cache().keep(VECTORS, 7, Map.of("b", bytes("a vector")));
        cache().keep(OF_GRACE, 7, Map.of("c", bytes("of Grace")));
        Set<String> all = Set.of("a", "b", "c");

        assertEquals(Set.of("a"), cache().find(RECORDS, 7, all).keySet());
        assertEquals(Set.of("b"), cache().find(VECTORS, 7, all).keySet());
        assertEquals(Set.of("c"), cache().find(OF_GRACE, 7, all).keySet());
        cache().forget(RECORDS, 9);
        assertEquals(Set.of("b"), cache().find(VECTORS, 7, all).keySet());
        assertEquals(Set.of("c"), cache().find(OF_GRACE, 7, all).keySet());
    }

    @Test
    void removesSomeOfAPlaceAndTakesThemAgain() {
        cache().keep(SESSIONS, 1, Map.of("a", bytes("deleted"), "b", bytes("left")));
        cache().keep(RECORDS, 7, Map.of("a", bytes("of another drawer")));
        cache().remove(SESSIONS, Set.of("a", "never there"));
        cache().remove(OF_GRACE, Set.of("a"));
        cache().remove(SESSIONS, Set.of());

        assertEquals(Map.of("b", bytes("left")), cache().find(SESSIONS, 1, Set.of("a", "b")));
        assertEquals(Set.of("a"), cache().find(RECORDS, 7, Set.of("a")).keySet());
        cache().keep(SESSIONS, 1, Map.of("a", bytes("started again")));
        assertEquals(Map.of("a", bytes("started again")), cache().find(SESSIONS, 1, Set.of("a")));
    }

    @Test
    void takesNoLessOfAPlaceWhoseCopiesWereAllRemoved() {
        cache().keep(SESSIONS, 1, Map.of("a", bytes("only one")));
        cache().remove(SESSIONS, Set.of("a"));
        cache().keep(SESSIONS, 1, Map.of("b", bytes("next")));

        assertEquals(Map.of("b", bytes("next")), cache().find(SESSIONS, 1, Set.of("a", "b")));
    }

    @Test
    void takesAndGivesMany() {
        Map<String, ByteBuffer> copies = new HashMap<>();
        IntStream.range(0, 300).forEach(i -> copies.put("name " + i, bytes("copy " + i)));
        cache().keep(VECTORS, 1, copies);
        cache().keep(VECTORS, 1, Map.of());

        assertEquals(copies, cache().find(VECTORS, 1, copies.keySet()));
    }

    @Test
    void givesEveryByteBack() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        ByteBuffer middle = ByteBuffer.wrap(all, 10, 200).slice();
        cache().keep(VECTORS, 1_784_000_000_123L, Map.of("Straße 1 ☃", middle));

        ByteBuffer found =
                cache().find(VECTORS, 1_784_000_000_123L, Set.of("Straße 1 ☃")).get("Straße 1 ☃");
        assertEquals(ByteBuffer.wrap(all, 10, 200), found);
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        cache().keep(
                        RECORDS,
                        7,
                        Map.of(
                                "large", ByteBuffer.allocate(Cache.BYTES_MAX),
                                "larger", ByteBuffer.allocate(Cache.BYTES_MAX + 1)));

        assertEquals(
                Set.of("large"),
                cache().find(RECORDS, 7, Set.of("large", "larger")).keySet());
    }

    /// Whoever comes last of many, what is found of a version was kept under it.
    @Test
    void holdsItsOrderAmongManyAtOnce() {
        Callable<Integer> worker = () -> {
            int wrong = 0;
            for (int version = 1; version <= 40; version++) {
                cache().keep(RECORDS, version, Map.of("a", bytes("" + version)));
                Map<String, ByteBuffer> found = cache().find(RECORDS, version, Set.of("a"));
                wrong += found.isEmpty() || found.containsValue(bytes("" + version)) ? 0 : 1;
            }
            return wrong;
        };
        assertEquals(List.of(0, 0, 0, 0), Together.run(Collections.nCopies(4, worker)));
        assertEquals(Map.of("a", bytes("40")), cache().find(RECORDS, 40, Set.of("a")));
        assertEquals(Map.of(), cache().find(RECORDS, 39, Set.of("a")));
    }

    protected static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    protected final Cache cache() {
        return opened.orElseThrow();
    }
}
