package dev.kept.adapters.aws;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.time.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Against a server whose system takes the connection and that never answers.
class DeadlineInterceptorTest {
    private ServerSocket silent;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        Deadline.none();
        silent.close();
    }

    @Test
    void endsACallBeforeTheFunctionIsKilled() {
        try (SqsClient client = client(Duration.ofSeconds(30))) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                Deadline.in(Duration.ofSeconds(1));
                assertThrows(ApiCallTimeoutException.class, client::listQueues);
            });
        }
    }

    @Test
    void leavesACallThatMayTakeLessAsItIs() {
        try (SqsClient client = client(Duration.ofSeconds(30))) {
            Deadline.in(Duration.ofSeconds(8));
            long begin = System.nanoTime();

            assertThrows(
                    ApiCallTimeoutException.class,
                    () -> client.listQueues(
                            list -> list.overrideConfiguration(own -> own.apiCallTimeout(Duration.ofMillis(200)))));

            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos());
        }
    }

    @Test
    void leavesCallsThatNobodyWaitsForAsTheyAre() {
        try (SqsClient client = client(Duration.ofMillis(200))) {
            assertThrows(ApiCallTimeoutException.class, client::listQueues);
        }
    }

    private SqsClient client(Duration timeout) {
        return SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .overrideConfiguration(override -> override.apiCallTimeout(timeout))
                .build();
    }
}
