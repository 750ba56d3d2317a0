package dev.kept.domain.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Optional<TraceContext> PLACE =
            Optional.of(new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true));

    @AfterEach
    void leave() {
        Trace.none();
    }

    @Test
    void isEmptyUntilSomebodyWorksSomewhere() {
        assertEquals(Optional.empty(), Trace.current());
        Trace.workAt(PLACE);
        assertEquals(PLACE, Trace.current());
        Trace.workAt(Optional.empty());
        assertEquals(Optional.empty(), Trace.current());
    }

    @Test
    void isThatOfWhoeverStartsAThread() throws Exception {
        Trace.workAt(PLACE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertEquals(PLACE, threads.submit(Trace::current).get());
        }
    }
}
