package dev.kept.local.stack.aws;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Invokes functions at the host.
public final class Functions {

    /// The host ends a late function itself; this is for a host that does not answer at all.
    private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI endpoint;

    public Functions(HttpClient http, URI endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    public sealed interface Outcome {

        String body();

        record Reply(String body) implements Outcome {}

        /// The function threw, or took too long; `body` is Lambda's JSON about it.
        record Failure(String body) implements Outcome {

            public boolean timedOut() {
                return body.contains("\"Sandbox.Timedout\"");
            }
        }
    }

    /// @throws HostUnavailable where the host is not there, or went away during the invocation
    public Outcome invoke(String function, String event, Duration timeout)
            throws HostUnavailable, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        endpoint.resolve("/2015-03-31/functions/" + function + "/invocations"))
                .timeout(timeout.plus(BEYOND_TIMEOUT))
                .header("X-Amz-Invocation-Type", "RequestResponse")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try {
            return outcome(function, http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new HostUnavailable(e);
        }
    }

    private static Outcome outcome(String function, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalArgumentException(
                    "function " + function + " cannot be invoked: " + response.statusCode() + " " + response.body());
        }
        return response.headers().firstValue("X-Amz-Function-Error").isPresent()
                ? new Outcome.Failure(response.body())
                : new Outcome.Reply(response.body());
    }

    public static final class HostUnavailable extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean during;

        HostUnavailable(IOException cause) {
            super("the functions' process does not answer", cause);
            this.during = !(cause instanceof ConnectException);
        }

        /// Whether the function may have begun: the connection broke after it was made.
        public boolean duringInvocation() {
            return during;
        }
    }
}
