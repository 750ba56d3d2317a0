package dev.kept.functions.migration;

import dev.kept.runtime.lambda.KeptFunction;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.Map;

/// Creates and changes what a template cannot.
public final class MigrationFunction extends KeptFunction<Map<String, Object>, Map<String, Object>> {
    @Inject
    MigrationWork work;

    public MigrationFunction() {}

    public MigrationFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected Map<String, Object> execute(Map<String, Object> event) {
        return work.run(event);
    }
}
