package dev.kept.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a template and its nested stacks declare, resolved: what the local stack runs, and what it does not.
public record SystemModel(
        List<FunctionModel> functions,
        List<TableModel> tables,
        List<QueueModel> queues,
        List<BucketModel> buckets,
        Optional<HttpApiModel> api,
        boolean search,
        boolean cache,
        List<NotRunLocally> notRunLocally,
        Map<String, String> outputs) {

    public SystemModel {
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        queues = List.copyOf(queues);
        buckets = List.copyOf(buckets);
        notRunLocally = List.copyOf(notRunLocally);
        outputs = Map.copyOf(outputs);
    }

    /// A resource without a local counterpart, such as a key or an alarm.
    public record NotRunLocally(String logicalId, String type) {}

    public Optional<FunctionModel> function(String nameOrArn) {
        return functions.stream()
                .filter(f -> f.name().equals(nameOrArn)
                        || f.logicalId().equals(nameOrArn)
                        || (nameOrArn + ":").contains(":function:" + f.name() + ":"))
                .findFirst();
    }

    public Optional<QueueModel> queueByArn(String arn) {
        return queues.stream().filter(queue -> queue.arn().equals(arn)).findFirst();
    }

    public Optional<TableModel> tableByStreamArn(String arn) {
        return tables.stream().filter(table -> table.streamArn().equals(arn)).findFirst();
    }
}
