package dev.kept.adapters.aws;

import dev.kept.domain.time.Deadline;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Ends calls, retries included, before the function that makes them is killed. The SDK finds it by its name in the
/// resource `software/amazon/awssdk/global/handlers/execution.interceptors`, so it holds for every client.
public final class DeadlineInterceptor implements ExecutionInterceptor {
    /// What the clients of the stores are configured for; more would lengthen their calls.
    private static final Duration CALL_MAX = StoreCalls.DEFAULTS.callTimeout();

    /// Its clients wait for less than that, each as long as its callers can do without.
    private static final String BEDROCK = "Bedrock Runtime";

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return Deadline.remaining()
                .filter(left -> left.compareTo(CALL_MAX) < 0)
                .filter(_ -> !BEDROCK.equals(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)))
                .<SdkRequest>map(left -> within(context.request(), left))
                .orElseGet(context::request);
    }

    private static SdkRequest within(SdkRequest request, Duration left) {
        if (!(request instanceof AwsRequest call)) {
            return request;
        }
        AwsRequestOverrideConfiguration.Builder override = call.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder);
        Duration asked = override.apiCallTimeout();
        if (asked != null && asked.compareTo(left) <= 0) {
            return request;
        }
        return call.toBuilder()
                .overrideConfiguration(override.apiCallTimeout(left).build())
                .build();
    }
}
