package dev.kept.local.integration;

import java.net.URI;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// LocalStack in a container, in place of the local servers, with `KEPT_STACK=localstack`. Testcontainers removes it
/// when the tests' process ends.
final class Container {
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4");

    private Container() {}

    static boolean wanted() {
        return Map.copyOf(System.getenv()).getOrDefault("KEPT_STACK", "").equals("localstack");
    }

    /// @return where DynamoDB, SQS and S3 answer
    /// @throws TestAbortedException where there is no Docker: the tests are skipped and say so
    static URI start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException("KEPT_STACK=localstack needs Docker, and there is none here: skipped");
        }
        LocalStackContainer container =
                new LocalStackContainer(IMAGE).withServices("dynamodb", "dynamodbstreams", "sqs", "s3");
        container.start();
        return container.getEndpoint();
    }
}
