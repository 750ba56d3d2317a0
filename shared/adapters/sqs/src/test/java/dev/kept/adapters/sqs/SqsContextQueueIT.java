package dev.kept.adapters.sqs;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.KEPT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.id.ProjectId;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsContextQueueIT {
    private final MutableClock clock = MutableClock.atNoon();
    private final String url = LocalQueues.fifo();
    private final SqsContextQueue queue = new SqsContextQueue(new SqsSender(LocalQueues.CLIENT), url, clock);

    @Test
    void sendsWhatTheFunctionReads() {
        request(Optional.of(KEPT));
        request(Optional.empty());
        Map<String, String> bodies =
                LocalQueues.drain(url).stream().collect(Collectors.toMap(LocalQueues::group, Message::body));
        assertEquals(
                Map.of(
                        "USER#ada#kept", "{\"version\":1,\"owner\":\"USER#ada\",\"projectId\":\"kept\"}",
                        "USER#ada#", "{\"version\":1,\"owner\":\"USER#ada\",\"projectId\":null}"),
                bodies);
    }

    @Test
    void asksOnceInAWindow() {
        request(Optional.of(KEPT));
        clock.advance(SqsContextQueue.WINDOW.minusMillis(1));
        request(Optional.of(KEPT));
        assertEquals(1, LocalQueues.drain(url).size());
        clock.advance(Duration.ofMillis(1));
        request(Optional.of(KEPT));
        assertEquals(1, LocalQueues.drain(url).size());
    }

    @Test
    void aProjectMayHaveAnyName() {
        request(Optional.of(new ProjectId("Größe 漢字 " + "x".repeat(200))));
        Message message = LocalQueues.drain(url).getFirst();
        assertEquals(64, LocalQueues.group(message).length());
    }

    private void request(Optional<ProjectId> project) {
        queue.request(List.of(new WarmContextKey(ADA, project)));
    }
}
