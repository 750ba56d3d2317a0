package dev.kept.local.stack;

import dev.kept.local.template.FunctionModel;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The environment of the functions' process: the union of what the template gives each function, and the addresses of
/// the
/// local servers in the variables that the AWS SDK itself reads.
final class HostEnvironment {

    private HostEnvironment() {}

    static Map<String, String> of(List<FunctionModel> functions, Servers servers, Optional<URI> models) {
        Map<String, String> environment = union(functions);
        // OpenSearch speaks HTTPS in AWS and plain HTTP on loopback; the template can only say the former.
        environment.computeIfPresent(
                "KEPT_SEARCH_ENDPOINT",
                (_, url) -> url.replace("https://" + servers.searchAddress(), "http://" + servers.searchAddress()));
        // The same of Redis, which takes a password here in place of a signature.
        environment.computeIfPresent(
                "KEPT_CACHE_ENDPOINT",
                (_, url) -> url.replace("rediss://" + servers.cacheAddress(), "redis://" + servers.cacheAddress()));
        environment.put("KEPT_CACHE_PASSWORD", "local");
        // There is no Systems Manager here; what is off is what the template's own parameter says.
        environment.computeIfPresent("KEPT_FLAGS_PARAMETER", (_, _) -> "");
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put(
                "AWS_ENDPOINT_URL_DYNAMODB", servers.dynamodb().endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", servers.sqs().endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_S3", servers.s3().endpoint().toString());
        models.ifPresent(url -> environment.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", url.toString()));
        return environment;
    }

    private static Map<String, String> union(List<FunctionModel> functions) {
        var union = new TreeMap<String, String>();
        var givenBy = new HashMap<String, FunctionModel>();
        for (FunctionModel function : functions) {
            function.environment().forEach((name, value) -> {
                FunctionModel first = givenBy.putIfAbsent(name, function);
                if (first != null && !value.equals(union.get(name))) {
                    throw new StackFailed(function.at() + ": " + function.logicalId() + " sets " + name
                            + " to another value than " + first.logicalId()
                            + ", but locally all functions share one process and its environment");
                }
                union.put(name, value);
            });
        }
        return union;
    }
}
