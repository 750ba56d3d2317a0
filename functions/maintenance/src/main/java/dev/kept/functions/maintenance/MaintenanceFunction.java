package dev.kept.functions.maintenance;

import dev.kept.runtime.lambda.KeptFunction;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.Map;

/// Does what the schedules ask for.
public final class MaintenanceFunction extends KeptFunction<Map<String, Object>, Map<String, Object>> {
    @Inject
    MaintenanceWork work;

    public MaintenanceFunction() {}

    public MaintenanceFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected Map<String, Object> execute(Map<String, Object> event) {
        return work.run(event);
    }
}
