package dev.kept.adapters.sqs;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.telemetry.Trace;
import dev.kept.domain.telemetry.TraceContext;
import dev.kept.domain.work.ExtractionQueue.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsExtractionQueueIT {
    private static final SessionRef SESSION = new SessionRef(ADA, new SessionId("s1"));
    private final String url = LocalQueues.fifo();
    private final SqsExtractionQueue queue = new SqsExtractionQueue(new SqsSender(LocalQueues.CLIENT), url);

    @Test
    void sendsWhatTheFunctionReads() {
        queue.request(List.of(SESSION), Reason.TURNS);
        Message message = LocalQueues.drain(url).getFirst();
        assertEquals(
                "{\"version\":1,\"owner\":\"USER#ada\",\"sessionId\":\"s1\",\"reason\":\"turns\"}", message.body());
        assertEquals("USER#ada#s1", LocalQueues.group(message));
    }

    @Test
    void saysWhereInATraceItWasSent() {
        TraceContext place = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
        Trace.workAt(Optional.of(place));
        queue.request(List.of(SESSION), Reason.TURNS);
        Trace.none();
        queue.request(List.of(SESSION), Reason.TURNS);

        List<Message> messages = LocalQueues.drain(url);
        assertEquals(
                Map.of("traceparent", MessageTrace.text(place.traceparent())),
                messages.getFirst().messageAttributes());
        assertEquals(Map.of(), messages.getLast().messageAttributes());
    }

    @Test
    void sendsMoreThanABatchTakes() {
        List<SessionRef> sessions = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            sessions.add(new SessionRef(GRACE, new SessionId("s" + i)));
        }
        queue.request(sessions, Reason.RECONCILE);
        List<String> groups =
                LocalQueues.drain(url).stream().map(LocalQueues::group).toList();
        assertEquals(25, new HashSet<>(groups).size());
    }

    @Test
    void asksOnceForASessionThatIsNamedTwice() {
        queue.request(List.of(SESSION, SESSION), Reason.TURNS);
        assertEquals(1, LocalQueues.drain(url).size());
    }

    @Test
    void aRequestAfterTheFirstWasWorkedOffIsNotSwallowed() {
        queue.request(List.of(SESSION), Reason.TURNS);
        assertEquals(1, LocalQueues.drain(url).size());
        queue.request(List.of(SESSION), Reason.TURNS);
        assertEquals(1, LocalQueues.drain(url).size());
    }

    @Test
    void theLongestIdsFitIntoAGroup() {
        SessionRef longest = new SessionRef(Owner.of(new UserId("u".repeat(128))), new SessionId("s".repeat(128)));
        queue.request(List.of(longest), Reason.END);
        assertEquals(64, LocalQueues.group(LocalQueues.drain(url).getFirst()).length());
    }

    @Test
    void saysWhenTheQueueIsDown() {
        SqsSender nobody = new SqsSender(LocalQueues.client(URI.create("http://127.0.0.1:1")));
        assertThrows(
                DependencyUnavailable.class,
                () -> new SqsExtractionQueue(nobody, url).request(List.of(SESSION), Reason.TURNS));
    }
}
