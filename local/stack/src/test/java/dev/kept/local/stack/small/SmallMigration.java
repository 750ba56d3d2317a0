package dev.kept.local.stack.small;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public final class SmallMigration implements RequestHandler<Map<String, String>, Map<String, String>> {

    @Override
    public Map<String, String> handleRequest(Map<String, String> event, Context context) {
        return "bootstrap".equals(event.get("action"))
                ? Map.of("adminKey", "admin-key", "apiKey", "good")
                : Map.of("status", "done");
    }
}
