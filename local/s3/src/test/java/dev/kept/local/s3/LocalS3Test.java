package dev.kept.local.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.local.child.LocalServerContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalS3Test extends LocalServerContract {

    LocalS3Test() throws IOException {
        super(LocalS3.class, List.of("--port"));
    }

    @Test
    void givesBackWhatWasPut() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            HttpRequest.Builder object = HttpRequest.newBuilder(URI.create(url("/archive/turns/1")));
            send(client, HttpRequest.newBuilder(URI.create(url("/archive"))).PUT(BodyPublishers.noBody()));
            send(client, object.copy().PUT(BodyPublishers.ofString("a long turn")));
            assertEquals("a long turn", send(client, object.copy().GET()));
        }
    }

    private static String send(HttpClient client, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }
}
