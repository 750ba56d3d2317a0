package dev.kept.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A function as the template declares it; `name` is its folder under functions/.
public record FunctionModel(
        String logicalId,
        String name,
        String handler,
        Path codeUri,
        Duration timeout,
        int memoryMegabytes,
        Map<String, String> environment,
        List<Value> policies,
        List<EventModel> events,
        Position at) {

    public FunctionModel {
        environment = Map.copyOf(environment);
        policies = List.copyOf(policies);
        events = List.copyOf(events);
    }

    /// Whether nobody waits for it: streams, queues and schedules start it, and no route. What has no
    /// event at all is called by somebody, as an authorizer is.
    public boolean isBackground() {
        return !events.isEmpty() && events.stream().noneMatch(EventModel.Route.class::isInstance);
    }
}
