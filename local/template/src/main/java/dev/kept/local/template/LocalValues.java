package dev.kept.local.template;

import java.util.Map;
import java.util.Optional;

/// What AWS would fill in at deploy time, on this machine: pseudo parameters and the addresses of the local servers.
public record LocalValues(
        String region, String accountId, String stackName, String queueEndpoint, String searchEndpoint, int cachePort) {

    private static final int REDIS = 6379;

    /// DynamoDB Local and ElasticMQ both answer to these.
    public static LocalValues withEndpoints(String queueEndpoint, String searchEndpoint) {
        return new LocalValues("us-east-1", "000000000000", "kept", queueEndpoint, searchEndpoint, REDIS);
    }

    public LocalValues withCachePort(int port) {
        return new LocalValues(region, accountId, stackName, queueEndpoint, searchEndpoint, port);
    }

    Optional<String> pseudoParameter(String name) {
        return Optional.ofNullable(Map.of(
                        "AWS::Region",
                        region,
                        "AWS::AccountId",
                        accountId,
                        "AWS::StackName",
                        stackName,
                        "AWS::StackId",
                        arn("cloudformation", "stack/" + stackName + "/local"),
                        "AWS::Partition",
                        "aws",
                        "AWS::URLSuffix",
                        "amazonaws.com",
                        "AWS::NotificationARNs",
                        "")
                .get(name));
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
