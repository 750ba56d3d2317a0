package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// What other systems send over SQS: taken once, or set aside with the reason.
@OnTheStack
final class SubmissionsIT {

    private final Stack stack;
    private final Client user;

    SubmissionsIT(Stack stack) {
        this.stack = stack;
        this.user = stack.user("submitter");
    }

    @Test
    void takesWhatIsValidOnceAndParksTheRestWithItsReason() {
        String turns = submission("turns", Json.read("""
                {"sessionId":"submitted","projectId":"harbour","title":"From the ticket system","turns":[
                  {"id":"t1","role":"user","content":"We decided to print tickets on thermal paper."},
                  {"role":"user","content":"My password is quay-Sealion-4471!"}]}"""));
        String memory = submission("memory", Json.read("""
                {"content":"The harbour office closes at six.","type":"fact","projectId":"harbour","tags":["office"]}"""));
        String document = submission("document", Json.read("""
                {"title":"Opening hours","content":"The harbour shop opens at eight.","uri":"file:hours","projectId":"harbour"}"""));
        Map<String, String> invalid = new LinkedHashMap<>();
        invalid.put(submission("document", Json.read("{\"title\":\"x\",\"content\":\"\\u0000\"}")), "content");
        invalid.put("{\"version\":1,\"kind\":\"turns\",", "well-formed");
        invalid.put(submission("picture", Json.read("{\"content\":\"x\"}")), "kind");
        invalid.put(submission("memory", Json.read("{\"content\":\" \"}")), "content");
        invalid.put(submission("memory", Json.read("{\"content\":\"x\",\"colour\":\"green\"}")), "colour");
        invalid.put(submission("memory", Json.read("[]")), "body");
        invalid.put(submission("turns", Json.read("{\"sessionId\":\"submitted\",\"turns\":[]}")), "turns");
        invalid.put(
                submission(
                        "turns",
                        Json.read("{\"sessionId\":\"a#b\",\"turns\":[{\"role\":\"user\",\"content\":\"x\"}]}")),
                "sessionId");
        invalid.put(Json.object(memory).put("version", 2).toString(), "version");
        invalid.put(Json.object(memory).put("userId", "nobody-at-all").toString(), "nobody-at-all");
        invalid.put(Json.object(memory).put("userId", "../x").toString(), "userId");
        invalid.put(Json.object(memory).put("extra", true).toString(), "extra");
        invalid.put("null", "object");

        try (SqsClient sqs = stack.sqs()) {
            var batch = new ArrayList<String>(invalid.keySet());
            batch.add(1, turns);
            batch.add(4, memory);
            batch.add(5, document);
            batch.add(6, document);
            batch.add(7, turns);
            send(sqs, batch);

            Map<String, String> parked = parked(sqs, invalid.size());
            invalid.forEach((body, reason) -> {
                assertTrue(parked.containsKey(body), () -> "not parked: " + body + " of " + parked);
                assertTrue(parked.get(body).contains(reason), () -> body + " -> " + parked.get(body));
            });
            assertEquals(invalid.size(), parked.size());
        }

        JsonNode memories = Await.until("the submitted memory", () -> {
            JsonNode items = items("/v1/memories?projectId=harbour&tag=office");
            return items.isEmpty() ? Optional.empty() : Optional.of(items);
        });
        assertEquals(1, memories.size());
        assertEquals(
                "The harbour office closes at six.", memories.at("/0/content").asText());

        JsonNode documents = Await.until("the submitted document", () -> {
            JsonNode items = items("/v1/documents?projectId=harbour");
            return items.isEmpty() ? Optional.empty() : Optional.of(items);
        });
        assertEquals(1, documents.size());
        assertEquals("Opening hours", documents.at("/0/title").asText());

        // The second delivery of the same turns adds those without an id of their own again, as it is another message.
        JsonNode kept = Await.until("the submitted turns", () -> {
            JsonNode items = items("/v1/sessions/submitted/turns");
            return items.size() < 3 ? Optional.empty() : Optional.of(items);
        });
        assertEquals(3, kept.size());
        assertEquals(1, Json.texts(kept, "id").filter("t1"::equals).count());
        assertFalse(kept.toString().contains("quay-Sealion-4471"));
    }

    @Test
    void takesAMessageThatIsDeliveredAgainOnce() {
        String memory =
                submission("memory", Json.read("{\"content\":\"The ice breaker is called Otso.\",\"tags\":[\"ice\"]}"));
        String turns = submission("turns", Json.read("""
                {"sessionId":"delivered-again","turns":[{"role":"user","content":"No id, but told once."}]}"""));
        ObjectNode event = Json.object("{}");
        for (String[] message : new String[][] {{"11", memory}, {"12", turns}, {"11", memory}, {"12", turns}}) {
            ObjectNode entry = event.withArray("Records").addObject();
            entry.put("messageId", "5b0c2c1e-0000-4000-8000-0000000000" + message[0]);
            entry.put("receiptHandle", "r").put("body", message[1]).put("eventSource", "aws:sqs");
            entry.putObject("attributes").put("ApproximateReceiveCount", "2").put("SentTimestamp", "1795341600000");
            entry.putObject("messageAttributes");
        }

        for (int i = 0; i < 2; i++) {
            assertEquals(
                    Json.read("{\"batchItemFailures\":[]}"), Json.read(stack.invoke("submissions", event.toString())));
        }

        assertEquals(1, items("/v1/memories?tag=ice").size());
        assertEquals(1, items("/v1/sessions/delivered-again/turns").size());
    }

    private JsonNode items(String path) {
        Reply reply = user.get(path);
        return reply.status() == 404
                ? Json.read("[]")
                : reply.expect(200).json().path("items");
    }

    private String submission(String kind, JsonNode body) {
        ObjectNode submission = Json.object("{\"version\":1}");
        submission.put("kind", kind).put("userId", user.userId()).set("body", body);
        return submission.toString();
    }

    private void send(SqsClient sqs, List<String> bodies) {
        for (int from = 0; from < bodies.size(); from += 10) {
            var entries = new ArrayList<SendMessageBatchRequestEntry>();
            for (String body : bodies.subList(from, Math.min(bodies.size(), from + 10))) {
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id("m" + entries.size())
                        .messageBody(body)
                        .build());
            }
            sqs.sendMessageBatch(request ->
                    request.queueUrl(stack.queueUrl("SubmissionsQueue")).entries(entries));
        }
    }

    /// Bodies on the dead-letter queue with their reasons. What other tests parked is left out.
    private Map<String, String> parked(SqsClient sqs, int count) {
        var parked = new LinkedHashMap<String, String>();
        return Await.until("parked messages, so far " + parked, () -> {
            for (Message message : sqs.receiveMessage(
                            request -> request.queueUrl(stack.queueUrl("SubmissionsDeadLetterQueue"))
                                    .messageAttributeNames("All")
                                    .maxNumberOfMessages(10)
                                    .waitTimeSeconds(1))
                    .messages()) {
                sqs.deleteMessage(request -> request.queueUrl(stack.queueUrl("SubmissionsDeadLetterQueue"))
                        .receiptHandle(message.receiptHandle()));
                if (!message.body().contains("\"u1\"")) {
                    parked.put(message.body(), reason(message));
                }
            }
            return parked.size() < count ? Optional.empty() : Optional.of(parked);
        });
    }

    private static String reason(Message message) {
        return message.messageAttributes().entrySet().stream()
                .filter(entry -> entry.getKey().equals("reason"))
                .map(entry -> entry.getValue().stringValue())
                .collect(Collectors.joining());
    }
}
