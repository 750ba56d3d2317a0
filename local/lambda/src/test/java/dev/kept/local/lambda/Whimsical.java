package dev.kept.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/// Does what its event says.
public final class Whimsical implements RequestHandler<Map<String, String>, Map<String, String>> {
    @Override
    public Map<String, String> handleRequest(Map<String, String> event, Context context) {
        return switch (event.getOrDefault("do", "")) {
            case "throw" -> throw new IllegalStateException("as asked");
            case "exit" -> {
                Runtime.getRuntime().halt(7);
                yield Map.of();
            }
            case "wait" -> {
                waitFor(context);
                yield Map.of();
            }
            default ->
                Map.of(
                        "function", context.getFunctionName(),
                        "setting", System.getenv().getOrDefault("KEPT_SETTING", ""),
                        "home", System.getenv().getOrDefault("HOME", ""));
        };
    }

    private static void waitFor(Context context) {
        try {
            Thread.sleep(context.getRemainingTimeInMillis() + 60_000L);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
