package dev.kept.adapters.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchIndex.IndexQuery;
import dev.kept.domain.search.SearchMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A node that takes connections and never answers, as one that ran out of memory does: the worst way to be down.
class SilentNodeTest {
    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final IndexQuery TIDE = new IndexQuery(
            SearchFilter.of(Records.ANN, Optional.empty()), "tide", Optional.empty(), SearchMode.KEYWORD, 10);

    private ServerSocket silent;
    private OpenSearchIndex index;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        index = new OpenSearchIndex(new OpenSearchConfig(
                URI.create("http://127.0.0.1:" + silent.getLocalPort()), TIMEOUT, TIMEOUT, HOUR, HOUR, HOUR));
    }

    @AfterEach
    void close() throws IOException {
        silent.close();
    }

    @Test
    void costsTwoSearchesTheirTimeoutAndTheOthersNothing() {
        List<Duration> waited = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            long begin = System.nanoTime();
            assertThrows(DependencyUnavailable.class, () -> index.find(TIDE));
            waited.add(Duration.ofNanos(System.nanoTime() - begin));
        }

        assertEquals(
                2, waited.stream().filter(one -> one.compareTo(TIMEOUT) >= 0).count(), waited::toString);
        assertTrue(waited.stream().noneMatch(one -> one.compareTo(Duration.ofSeconds(5)) > 0), waited::toString);
        assertTrue(waited.subList(5, 50).stream().allMatch(one -> one.compareTo(Duration.ofMillis(100)) < 0));
    }

    /// A search asks for the current model first.
    @Test
    void costsAQuestionForItsModelsNoMoreThanASearch() {
        long begin = System.nanoTime();

        assertThrows(DependencyUnavailable.class, index::models);

        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos());
    }

    @Test
    void isNoReasonToHoldUpTheHealthCheckEither() {
        for (int i = 0; i < 20; i++) {
            assertEquals(false, index.isReady());
        }
    }
}
