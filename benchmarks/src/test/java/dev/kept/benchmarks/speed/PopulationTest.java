package dev.kept.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 99, 1_000, 10_007, 100_000})
    void allRecordsBelongToSomebody(int size) {
        Population population = new Population(size);

        assertEquals(
                size,
                IntStream.range(0, Population.USERS).map(population::records).sum());
    }

    @Test
    void oneUserHasAFifth() {
        assertEquals(20_000, new Population(100_000).records(Population.LARGEST));
    }

    @Test
    void nobodyLosesRecordsWhenThePopulationGrows() {
        for (int user = 0; user < Population.USERS; user++) {
            assertTrue(new Population(1_000).records(user) <= new Population(10_000).records(user));
        }
    }

    @Test
    void theLargestUserAsksAFifthOfTheTime() {
        List<Integer> askers = new Population(1_000).askers(10_000, new Random(1));
        long largest =
                askers.stream().filter(user -> user == Population.LARGEST).count();

        assertEquals(0.2, largest / 10_000.0, 0.015);
    }
}
