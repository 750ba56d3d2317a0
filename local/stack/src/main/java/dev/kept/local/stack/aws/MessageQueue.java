package dev.kept.local.stack.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What becomes of messages that were received.
public interface MessageQueue {

    void delete(String url, List<JsonNode> messages) throws IOException, InterruptedException;

    void makeVisibleIn(String url, List<JsonNode> messages, Duration delay) throws IOException, InterruptedException;
}
