package dev.kept.local.stack.small;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/// Knows one key, and counts how often it was asked.
public final class SmallAuthorizer implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private int calls;

    @Override
    public synchronized Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        calls++;
        boolean known = String.valueOf(event.get("identitySource")).contains("Bearer good");
        return Map.of("isAuthorized", known, "context", Map.of("userId", "u1", "calls", calls));
    }
}
