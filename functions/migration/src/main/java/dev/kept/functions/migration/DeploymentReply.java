package dev.kept.functions.migration;

import dev.kept.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells CloudFormation how a custom resource went, by a PUT to the URL in its request. Without the answer a deployment
/// hangs for an hour, so it is sent whatever happens
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html).
final class DeploymentReply {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentReply.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String RESOURCE = "kept-migration";

    Map<String, Object> answer(Map<String, Object> request, Supplier<Map<String, Object>> work) {
        Map<String, Object> reply = new HashMap<>();
        for (String field : new String[] {"StackId", "RequestId", "LogicalResourceId"}) {
            reply.put(field, String.valueOf(request.get(field)));
        }
        reply.put("PhysicalResourceId", RESOURCE);
        try {
            reply.put("Data", work.get());
            reply.put("Status", "SUCCESS");
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("migration.failed");
            reply.put("Status", "FAILED");
            reply.put("Reason", "migration failed: " + failure.getMessage());
        }
        put(URI.create(String.valueOf(request.get("ResponseURL"))), Json.write(reply));
        return reply;
    }

    private static void put(URI url, String body) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.atError().setCause(e).log("deployment.unanswered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
