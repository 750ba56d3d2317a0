package dev.kept.local.stack.aws;

import dev.kept.local.template.BucketModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

public final class Buckets {

    private static final int CONFLICT = 409;

    private final HttpClient http;
    private final URI endpoint;

    public Buckets(HttpClient http, URI endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    public void ensure(List<BucketModel> buckets) throws IOException, InterruptedException {
        for (BucketModel bucket : buckets) {
            HttpRequest put = HttpRequest.newBuilder(endpoint.resolve("/" + bucket.name()))
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> response = http.send(put, HttpResponse.BodyHandlers.ofString());
            // S3 says 409 about a bucket that one has already.
            if (response.statusCode() / 100 != 2 && response.statusCode() != CONFLICT) {
                throw new IOException("bucket " + bucket.name() + ": " + response.statusCode() + " " + response.body());
            }
        }
    }
}
