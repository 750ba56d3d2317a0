package dev.kept.local.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a root template with all its nested stacks. Every active resource is evaluated, also those that have no local
/// counterpart: a name that does not exist is found here rather than in a deployment.
public final class TemplateReader {

    /// Parts of other resources, which have nothing to run by themselves anywhere.
    private static final Set<String> SILENT = Set.of("AWS::SQS::QueuePolicy", "AWS::S3::BucketPolicy");

    private final List<FunctionModel> functions = new ArrayList<>();
    private final List<TableModel> tables = new ArrayList<>();
    private final List<QueueModel> queues = new ArrayList<>();
    private final List<BucketModel> buckets = new ArrayList<>();
    private final List<HttpApiModel> apis = new ArrayList<>();
    private final List<SystemModel.NotRunLocally> notRunLocally = new ArrayList<>();
    private boolean search;
    private boolean cache;

    private TemplateReader() {}

    /// @throws TemplateException naming file, line and resource
    public static SystemModel read(Path template, Map<String, String> parameters, LocalValues values) {
        var given = new HashMap<String, Value>();
        Position commandLine = new Position(Path.of("parameters"), 1);
        parameters.forEach((name, value) -> given.put(name, new Value.Text(value, commandLine)));
        return new TemplateReader().read(new Stack(template, given, values));
    }

    private SystemModel read(Stack root) {
        readResources(root);
        if (apis.size() > 1) {
            throw new TemplateException(new Position(root.file(), 1), "one HTTP API is supported, not " + apis.size());
        }
        return new SystemModel(
                functions,
                tables,
                queues,
                buckets,
                apis.stream().findFirst(),
                search,
                cache,
                notRunLocally,
                root.outputs());
    }

    private void readResources(Stack stack) {
        for (Resource resource : stack.resources().values()) {
            try {
                read(resource);
            } catch (TemplateException e) {
                throw e.in(resource.logicalId());
            }
        }
    }

    private void read(Resource resource) {
        if (Stack.isNested(resource)) {
            readResources(resource.stack().nested(resource));
            return;
        }
        switch (resource.type()) {
            case "AWS::Serverless::Function" -> functions.add(FunctionReader.read(resource));
            case "AWS::Serverless::HttpApi" -> apis.add(HttpApiReader.read(resource));
            case "AWS::DynamoDB::Table" -> tables.add(TableReader.read(resource));
            case "AWS::SQS::Queue" -> queues.add(QueueReader.read(resource));
            case "AWS::S3::Bucket" ->
                buckets.add(new BucketModel(resource.logicalId(), PhysicalIds.bucketName(resource)));
            default -> readOther(resource);
        }
    }

    private void readOther(Resource resource) {
        resource.properties();
        switch (resource.type()) {
            case "AWS::OpenSearchService::Domain" -> search = true;
            case "AWS::ElastiCache::ServerlessCache" -> cache = true;
            default -> readIdle(resource);
        }
    }

    private void readIdle(Resource resource) {
        if (!SILENT.contains(resource.type())) {
            notRunLocally.add(new SystemModel.NotRunLocally(resource.logicalId(), resource.type()));
        }
    }
}
