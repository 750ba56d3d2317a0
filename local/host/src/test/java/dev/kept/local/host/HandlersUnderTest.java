package dev.kept.local.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// One handler of each kind that functions use.
final class HandlersUnderTest {

    private HandlersUnderTest() {}

    public static final class Http implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withBody(event.getRequestContext().getHttp().getMethod() + " " + context.getFunctionName())
                    .build();
        }
    }

    public static final class Queue implements RequestHandler<SQSEvent, SQSBatchResponse> {

        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            var failure = new SQSBatchResponse.BatchItemFailure(
                    event.getRecords().getFirst().getMessageId());
            return new SQSBatchResponse(List.of(failure));
        }
    }

    public static final class Stream implements RequestHandler<DynamodbEvent, String> {

        @Override
        public String handleRequest(DynamodbEvent event, Context context) {
            return event.getRecords()
                    .getFirst()
                    .getDynamodb()
                    .getNewImage()
                    .values()
                    .iterator()
                    .next()
                    .getS();
        }
    }

    abstract static class Base<T> implements RequestHandler<T, Map<String, T>> {

        @Override
        public Map<String, T> handleRequest(T event, Context context) {
            return Map.of("got", event);
        }
    }

    /// Its types are given two levels up.
    public static final class Inherited extends Base<List<Integer>> {}

    public static final class Bytes implements RequestStreamHandler {

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            input.transferTo(output);
        }
    }

    public static final class Micronaut implements RequestHandler<Map<String, String>, String> {

        private final boolean shared;

        public Micronaut() {
            this.shared = false;
        }

        public Micronaut(ApplicationContext shared) {
            this.shared = shared.isRunning();
        }

        @Override
        public String handleRequest(Map<String, String> event, Context context) {
            return shared ? "shared" : "own";
        }
    }

    public static final class Failing implements RequestHandler<Map<String, String>, String> {

        @Override
        public String handleRequest(Map<String, String> event, Context context) {
            throw new IllegalStateException("as asked");
        }
    }

    public static final class Late implements RequestHandler<Map<String, String>, String> {

        @Override
        public String handleRequest(Map<String, String> event, Context context) {
            try {
                Thread.sleep(context.getRemainingTimeInMillis() + 60_000L);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return "too late";
        }
    }

    /// Says on what kind of thread it runs, and with which priority.
    public static final class Where implements RequestHandler<Map<String, String>, String> {

        @Override
        public String handleRequest(Map<String, String> event, Context context) {
            Thread thread = Thread.currentThread();
            return (thread.isVirtual() ? "virtual " : "platform ") + thread.getPriority();
        }
    }
}
