package dev.kept.runtime.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.kept.domain.time.Deadline;
import dev.kept.runtime.telemetry.Telemetry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import java.time.Duration;

/// A Lambda: has its fields injected when it is made, and each invocation begin its log and its time and end its
/// metrics.
///
/// It stands on Micronaut's injection alone. `MicronautRequestHandler` brings an HTTP server's beans, a JSON mapper and
/// schedulers, makes all of them at its start (700 classes, a quarter of a second of a cold start), and registers two
/// beans with every invocation that are never removed (seen at micronaut-aws 4.11.0).
///
/// @param <E> the event, one of Lambda's own types: the runtime reads and writes events by the class's parameters
/// @param <R> the reply
public abstract class KeptFunction<E, R> implements RequestHandler<E, R> {
    /// Held as long as the function: what the runtime calls before a snapshot, it remembers weakly.
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final ApplicationContext context;

    /// A function in a process of its own.
    protected KeptFunction() {
        this(ownContext());
    }

    /// A function that shares its process, and so the context, with others.
    @SuppressWarnings("this-escape") // Functions have nothing but fields that are injected here.
    protected KeptFunction(ApplicationContext context) {
        this.context = context;
        context.inject(this);
    }

    /// The environment is all that configures a function: no other source of properties is looked for.
    private static ApplicationContext ownContext() {
        return ApplicationContext.builder(Environment.FUNCTION)
                .enableDefaultPropertySources(false)
                .propertySources(new EnvironmentPropertySource())
                .bootstrapEnvironment(false)
                .banner(false)
                .start();
    }

    @Override
    public final R handleRequest(E event, Context context) {
        Telemetry.begin(context);
        Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()));
        try {
            return execute(event);
        } finally {
            Telemetry.end();
        }
    }

    /// Answers one event. Whatever it throws fails the invocation.
    protected abstract R execute(E event);
}
