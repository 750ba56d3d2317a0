package dev.kept.runtime.environment;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;

/// Has the environment of every function checked that has a process of its own.
@Factory
final class EnvironmentFactory {
    @Context
    @Requires(env = Environment.FUNCTION)
    EnvironmentCheck environmentCheck(Environment environment) {
        return new EnvironmentCheck(
                property -> environment.getProperty(property, String.class).orElse(""));
    }
}
