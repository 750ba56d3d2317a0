package dev.kept.runtime.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kept.domain.time.Deadline;
import dev.kept.runtime.telemetry.Telemetry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Makes no beans of an invocation's context, and begins its log and its time.
///
/// Micronaut's own factory registers two with every invocation. None is ever removed, so each invocation's context
/// stays
/// in memory, and every look-up of a bean goes through all of them: after 4,000 requests half of the processor time of
/// a
/// search went there (seen at micronaut-aws 4.11.0). Our handlers need of it only how much time they have.
@Singleton
@Replaces(DefaultLambdaContextFactory.class)
final class NoInvocationBeansFactory implements LambdaContextFactory {
    @Override
    public void registerSingletons(Context context) {
        // No beans: nothing may outlive the invocation. Micronaut calls this before the handler each time.
        Telemetry.begin(context);
        Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()));
    }
}
