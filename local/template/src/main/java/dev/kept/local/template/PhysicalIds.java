package dev.kept.local.template;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The names that resources get locally, and what GetAtt answers about them.
final class PhysicalIds {

    private PhysicalIds() {}

    /// What Ref answers.
    static String of(Resource resource) {
        return switch (resource.type()) {
            case "AWS::DynamoDB::Table" -> name(resource, "TableName");
            case "AWS::SQS::Queue" -> queueUrl(resource);
            case "AWS::S3::Bucket" -> bucketName(resource);
            case "AWS::Serverless::Function" -> functionName(resource);
            case "AWS::OpenSearchService::Domain" -> name(resource, "DomainName");
            case "AWS::SNS::Topic" -> arn(resource);
            default -> resource.logicalId();
        };
    }

    static String attribute(Resource resource, String attribute) {
        return switch (attribute) {
            case "Arn", "ARN", "DomainArn", "TopicArn" -> arn(resource);
            case "StreamArn" -> streamArn(resource);
            case "QueueName" -> queueName(resource);
            case "QueueUrl" -> queueUrl(resource);
            case "DomainEndpoint" -> resource.stack().values().searchEndpoint();
            case "Endpoint.Address" -> "127.0.0.1";
            case "Endpoint.Port" -> Integer.toString(resource.stack().values().cachePort());
            default -> resource.logicalId() + "." + attribute;
        };
    }

    static String arn(Resource resource) {
        LocalValues values = resource.stack().values();
        return switch (resource.type()) {
            case "AWS::DynamoDB::Table" -> values.arn("dynamodb", "table/" + name(resource, "TableName"));
            case "AWS::SQS::Queue" -> values.arn("sqs", queueName(resource));
            case "AWS::S3::Bucket" -> "arn:aws:s3:::" + bucketName(resource);
            case "AWS::Serverless::Function" -> values.arn("lambda", "function:" + functionName(resource));
            case "AWS::OpenSearchService::Domain" -> values.arn("es", "domain/" + name(resource, "DomainName"));
            default -> values.arn(service(resource.type()), resource.logicalId());
        };
    }

    /// DynamoDB puts the creation time into a stream's ARN; here the table's name says enough.
    static String streamArn(Resource table) {
        return arn(table) + "/stream/local";
    }

    static String queueName(Resource queue) {
        boolean fifo = queue.property("FifoQueue").map(Boolean::parseBoolean).orElse(false);
        return queue.property("QueueName").orElseGet(() -> queue.logicalId() + (fifo ? ".fifo" : ""));
    }

    static String queueUrl(Resource queue) {
        LocalValues values = queue.stack().values();
        return values.queueEndpoint() + "/" + values.accountId() + "/" + queueName(queue);
    }

    static String bucketName(Resource bucket) {
        return bucket.property("BucketName")
                .orElseGet(() -> bucket.logicalId()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT));
    }

    /// A function is known by its folder, `functions/<name>`, as everywhere in this project.
    static String functionName(Resource function) {
        return function.property("CodeUri")
                .or(() -> function.stack().globals("Function").text("CodeUri"))
                .flatMap(PhysicalIds::functionFolder)
                .or(() -> function.property("FunctionName"))
                .orElse(function.logicalId());
    }

    private static Optional<String> functionFolder(String codeUri) {
        Path path = Path.of(codeUri);
        for (int i = 0; i + 1 < path.getNameCount(); i++) {
            if (path.getName(i).toString().equals("functions")) {
                return Optional.of(path.getName(i + 1).toString());
            }
        }
        return Optional.empty();
    }

    private static String name(Resource resource, String property) {
        return resource.property(property).orElse(resource.logicalId());
    }

    private static String service(String type) {
        String[] parts = type.split("::", -1);
        return parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "local";
    }
}
