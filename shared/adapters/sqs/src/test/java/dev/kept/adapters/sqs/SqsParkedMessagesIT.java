package dev.kept.adapters.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class SqsParkedMessagesIT {
    private final String url = LocalQueues.standard();
    private final SqsParkedMessages parked = new SqsParkedMessages(LocalQueues.CLIENT, url);

    @Test
    void keepsTheBodyAsItCameAndTheReasonBesideIt() {
        parked.park("id-1", "{not json", "turns[0].role must be one of user");
        Message message = LocalQueues.drain(url).getFirst();
        assertEquals("{not json", message.body());
        assertEquals("turns[0].role must be one of user", attribute(message, "reason"));
        assertEquals("id-1", attribute(message, "messageId"));
    }

    @Test
    void shortensALongReason() {
        parked.park("id-1", "{}", "x".repeat(5000));
        assertEquals(500, attribute(LocalQueues.drain(url).getFirst(), "reason").length());
    }

    private static String attribute(Message message, String name) {
        Map<String, MessageAttributeValue> attributes = message.messageAttributes();
        return attributes
                .getOrDefault(
                        name, MessageAttributeValue.builder().stringValue("").build())
                .stringValue();
    }
}
