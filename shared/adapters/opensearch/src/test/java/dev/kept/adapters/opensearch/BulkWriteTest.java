package dev.kept.adapters.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.search.SearchIndex.IndexChange;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkWriteTest {
    @Test
    void sendsNothingForNothing() {
        assertEquals(List.of(), BulkWrite.batches(List.of()));
    }

    @Test
    void cutsRequestsBySizeAndKeepsTheOrder() {
        IndexChange small = Records.put(Records.turn(Records.ANN, "t_1", "short", Records.towards(0)));
        IndexChange large = Records.put(Records.turn(Records.ANN, "t_2", "x".repeat(100_000), Records.towards(0)));

        assertEquals(List.of(500), sizes(BulkWrite.batches(Collections.nCopies(500, small))));
        assertEquals(List.of(28, 28, 4), sizes(BulkWrite.batches(Collections.nCopies(60, large))));
    }

    private static List<Integer> sizes(List<List<IndexChange>> batches) {
        return batches.stream().map(List::size).toList();
    }
}
