package dev.kept.adapters.sqs;

import dev.kept.testkit.ChildServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Fresh queues in one ElasticMQ for all tests of this JVM.
final class LocalQueues {
    private static final URI SERVER =
            ChildServer.start("dev.kept.local.sqs.LocalSqs").uri();
    static final SqsClient CLIENT = client(SERVER);

    private LocalQueues() {}

    static SqsClient client(URI server) {
        return SqsClient.builder()
                .endpointOverride(server)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    static String fifo() {
        return create(UUID.randomUUID() + ".fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    }

    static String standard() {
        return create(UUID.randomUUID().toString(), Map.of());
    }

    private static String create(String name, Map<QueueAttributeName, String> attributes) {
        return CLIENT.createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }

    /// Takes all messages off a queue.
    static List<Message> drain(String queueUrl) {
        List<Message> all = new ArrayList<>();
        List<Message> some = receive(queueUrl);
        while (!some.isEmpty()) {
            for (Message message : some) {
                CLIENT.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            }
            all.addAll(some);
            some = receive(queueUrl);
        }
        return all;
    }

    static List<Message> receive(String queueUrl) {
        return CLIENT.receiveMessage(receive -> receive.queueUrl(queueUrl)
                        .maxNumberOfMessages(10)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    static String group(Message message) {
        return String.valueOf(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
    }
}
