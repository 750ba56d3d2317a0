package dev.kept.functions.maintenance;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/// Does what the schedules ask for.
public final class MaintenanceFunction extends MicronautRequestHandler<Map<String, Object>, Map<String, Object>> {
    @Inject
    MaintenanceWork work;

    public MaintenanceFunction() {}

    public MaintenanceFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    public Map<String, Object> execute(Map<String, Object> event) {
        return work.run(event);
    }
}
