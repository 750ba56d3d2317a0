package dev.kept.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kept.domain.telemetry.TraceContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsedRequestTest {
    @Test
    void isInATraceThatNobodyRecords() {
        List<TraceContext> traces = new ArrayList<>();
        Routes routes = new Routes().on("GET /v1/things", request -> {
            request.header(TraceContext.NAME).flatMap(TraceContext::parse).ifPresent(traces::add);
            return Reply.noContent();
        });

        RehearsedRequest.get("/v1/things").through(routes);

        assertEquals(1, traces.size());
        assertFalse(traces.getFirst().sampled());
    }
}
