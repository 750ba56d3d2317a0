package dev.kept.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HeapTest {
    @Test
    void isTheSumOfItsGenerationsWithoutClasses() {
        String serial = """
                4711:
                DefNew     total 9792K, used 1000K [0x1, 0x2, 0x3)
                 eden space 8704K,   3% used [0x1, 0x2, 0x3)
                Tenured    total 21888K, used 5000K [0x1, 0x2, 0x3)
                 the space 21888K,  22% used [0x1, 0x2, 0x3)
                Metaspace       used 4000K, committed 4200K, reserved 1114112K
                 class space    used 400K, committed 500K, reserved 1048576K
                """;

        assertEquals(OptionalLong.of(6_000 * 1024), Heap.used(serial));
    }

    @Test
    void isOneNumberOfARegionalCollector() {
        assertEquals(
                OptionalLong.of(512 * 1024),
                Heap.used("garbage-first heap   total reserved 8192K, committed 2048K, used 512K [0x1, 0x2)"));
        assertTrue(Heap.used("4711: no such process").isEmpty());
    }

    @Test
    void ofThisProcessIsThere() throws InterruptedException {
        assertTrue(Heap.collected(ProcessHandle.current().pid()).orElse(0) > 0);
    }
}
