package dev.kept.adapters.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The client as a copy of a snapshot finds it: its connections are dead, and its credentials have expired.
class RestoredClientTest {
    private static final List<String> SETTINGS = List.of(
            "aws.region",
            "aws.endpointUrl",
            "aws.containerCredentialsFullUri",
            "aws.accessKeyId",
            "aws.secretAccessKey",
            "aws.disableEc2Metadata");

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger credentials = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket dynamodb;
    private HttpServer container;

    @BeforeEach
    void start() throws IOException {
        dynamodb = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answerOncePerConnection);
        container = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        container.createContext("/", exchange -> {
            byte[] body = expired(credentials.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        container.start();
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + dynamodb.getLocalPort());
        System.setProperty("aws.disableEc2Metadata", "true");
    }

    @AfterEach
    void stop() throws IOException {
        dynamodb.close();
        container.stop(0);
        SETTINGS.forEach(System::clearProperty);
    }

    private static String expired(int number) {
        return "{\"AccessKeyId\":\"key-" + number
                + "\",\"SecretAccessKey\":\"secret\",\"Token\":\"token\",\"Expiration\":\""
                + Instant.parse("2026-01-01T00:00:00Z") + "\"}";
    }

    /// Says that the connection may be kept, and closes it.
    private void answerOncePerConnection() {
        while (!dynamodb.isClosed()) {
            try (Socket connection = dynamodb.accept()) {
                connections.incrementAndGet();
                readRequest(connection);
                connection
                        .getOutputStream()
                        .write(
                                "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 2\r\n\r\n{}"
                                        .getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                // The next client is waited for, or none.
            }
        }
    }

    private void readRequest(Socket connection) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            if (line.startsWith("Authorization:")) {
                authorizations.add(line.replaceFirst(".*Credential=([^/]*)/.*", "$1"));
            }
            if (line.startsWith("Content-Length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        reader.skip(length);
    }

    @Test
    void connectsAgainWhereItsConnectionWasClosed() {
        System.setProperty("aws.accessKeyId", "id");
        System.setProperty("aws.secretAccessKey", "secret");
        try (DynamoDbClient client = new DynamoDbFactory().client()) {
            ask(client);
            ask(client);
        }
        assertTrue(connections.get() >= 2, () -> connections + " connections");
    }

    @Test
    void asksForCredentialsAgainWhereTheyHaveExpired() {
        System.setProperty(
                "aws.containerCredentialsFullUri",
                "http://127.0.0.1:" + container.getAddress().getPort() + "/");
        try (DynamoDbClient client = new DynamoDbFactory().client()) {
            ask(client);
            ask(client);
        }
        assertEquals(2, authorizations.stream().distinct().count(), authorizations::toString);
    }

    private static void ask(DynamoDbClient client) {
        client.getItem(get -> get.tableName("any").key(Map.of("owner", AttributeValue.fromS("USER#nobody"))));
    }
}
