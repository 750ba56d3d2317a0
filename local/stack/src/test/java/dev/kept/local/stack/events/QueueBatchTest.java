package dev.kept.local.stack.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.MessageQueue;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.QueueModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueBatchTest {

    private final FakeFunction function = new FakeFunction();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> handedBack = new ArrayList<>();

    @Test
    void deletesWhatWasDone() throws Exception {
        process(true, List.of(), message("1", 1), message("2", 1));
        assertEquals(List.of("1", "2"), deleted);
        assertEquals(List.of(), handedBack);
    }

    @Test
    void handsBackOnlyWhatTheFunctionReports() throws Exception {
        function.thenReports("2");
        process(true, List.of(), message("1", 1), message("2", 1), message("3", 1));
        assertEquals(List.of("1", "3"), deleted);
        assertEquals(List.of("2 in PT1S"), handedBack);
    }

    @Test
    void ignoresTheReportWhereTheTemplateDoesNotAskForIt() throws Exception {
        function.thenReports("2");
        process(false, List.of(), message("1", 1), message("2", 1));
        assertEquals(List.of("1", "2"), deleted);
    }

    @Test
    void handsBackEverythingAfterAFailureAndLaterEachTime() throws Exception {
        function.thenFails();
        process(true, List.of(), message("1", 1), message("2", 4));
        assertEquals(List.of(), deleted);
        assertEquals(List.of("1 in PT8S", "2 in PT8S"), handedBack);
    }

    @Test
    void neverWaitsLongerThanTheVisibilityTimeout() throws Exception {
        function.thenFails();
        process(true, List.of(), message("1", 50));
        assertEquals(List.of("1 in PT30S"), handedBack);
    }

    @Test
    void handsBackEverythingWhereTheResponseBreaksTheRules() throws Exception {
        for (String broken : List.of(
                "not json",
                "{\"batchItemFailures\":[{}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"9\"}]}",
                "{\"batchItemFailures\":7}")) {
            function.thenReplies(broken);
            process(true, List.of(), message("1", 1));
        }
        assertEquals(List.of(), deleted);
        assertEquals(4, handedBack.size());
    }

    @Test
    void deletesWhatTheFilterDoesNotWant() throws Exception {
        process(true, List.of("{\"body\":{\"kind\":[\"wanted\"]}}"), message("1", 1));
        assertEquals(List.of(), function.batches);
        assertEquals(List.of("1"), deleted);
    }

    @Test
    void givesMessagesTheShapeThatAwsDocuments() {
        var attribute = AwsJson.object().put("StringValue", "v").put("DataType", "String");
        var message = message("1", 1);
        ((com.fasterxml.jackson.databind.node.ObjectNode) message)
                .putObject("MessageAttributes")
                .set("a", attribute);
        JsonNode item = QueueEvent.record(message, "arn:q");
        assertEquals("1", item.path("messageId").asText());
        assertEquals("{\"kind\":\"other\"}", item.path("body").asText());
        assertEquals(
                "1", item.path("attributes").path("ApproximateReceiveCount").asText());
        assertEquals(
                "v",
                item.path("messageAttributes").path("a").path("stringValue").asText());
        assertEquals(
                "String",
                item.path("messageAttributes").path("a").path("dataType").asText());
        assertEquals("aws:sqs", item.path("eventSource").asText());
        assertEquals("arn:q", item.path("eventSourceARN").asText());
        assertFalse(item.has("md5OfMessageAttributes"));
    }

    private void process(boolean reports, List<String> filters, JsonNode... messages) throws Exception {
        var source =
                new EventModel.QueueSource("q", "arn:q", 10, Duration.ZERO, reports, Optional.empty(), filters, true);
        var queue = new QueueModel(
                "Q", "q", "http://q", "arn:q", false, Map.of("VisibilityTimeout", "30"), Optional.empty());
        new QueueBatch(source, queue, new Recorder(), function).process(List.of(messages));
    }

    private static JsonNode message(String id, int receives) {
        var message = AwsJson.object()
                .put("MessageId", id)
                .put("Body", "{\"kind\":\"other\"}")
                .put("MD5OfBody", "x");
        message.putObject("Attributes").put("ApproximateReceiveCount", Integer.toString(receives));
        return message;
    }

    private final class Recorder implements MessageQueue {

        @Override
        public void delete(String url, List<JsonNode> messages) {
            messages.forEach(message -> deleted.add(message.path("MessageId").asText()));
        }

        @Override
        public void makeVisibleIn(String url, List<JsonNode> messages, Duration delay) {
            messages.forEach(message -> handedBack.add(message.path("MessageId").asText() + " in " + delay));
        }
    }
}
