package dev.kept.local.integration;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// LocalStack in a container, in place of the local servers, with `KEPT_STACK=localstack`. Testcontainers removes it
/// when the tests' process ends.
final class Container {
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4");

    private Container() {}

    static boolean wanted() {
        return "localstack".equals(System.getenv("KEPT_STACK"));
    }

    static boolean canStart() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /// @return where DynamoDB, SQS and S3 answer
    static URI start() {
        LocalStackContainer container =
                new LocalStackContainer(IMAGE).withServices("dynamodb", "dynamodbstreams", "sqs", "s3");
        container.start();
        return container.getEndpoint();
    }
}
