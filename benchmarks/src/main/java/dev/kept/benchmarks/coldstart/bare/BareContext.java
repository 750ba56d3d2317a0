package dev.kept.benchmarks.coldstart.bare;

import com.fasterxml.jackson.databind.JsonNode;

/// Beside `session-start` and `context`, which keep what they answer.
public final class BareContext extends BareSearch {
    @Override
    boolean write(BareStore keeping, JsonNode body) {
        keeping.read("bare-session");
        keeping.write(body.toString());
        return true;
    }
}
