package dev.kept.local.host;

import dev.kept.local.lambda.ExecutionEnvironment;
import dev.kept.local.lambda.Launch;
import dev.kept.local.lambda.Outcome;
import java.io.IOException;

/// A function in processes of its own. The first event starts one, as Lambda's cold start does.
record IsolatedFunction(FunctionDeclaration declaration, Launch launch, WarmEnvironments environments)
        implements HostedFunction {

    @Override
    public InvocationResult invoke(String requestId, byte[] event) {
        try {
            ExecutionEnvironment environment = environments.take(launch);
            try {
                return result(requestId, environment.invoke(requestId, event, declaration.timeout()));
            } finally {
                environments.giveBack(launch, environment);
            }
        } catch (IOException e) {
            return InvocationResult.failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return InvocationResult.failure(e);
        }
    }

    private InvocationResult result(String requestId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Reply(var body) -> InvocationResult.reply(body);
            case Outcome.Failed(var body) -> InvocationResult.reported(body);
            case Outcome.TimedOut() -> InvocationResult.timedOut(requestId, declaration.timeout());
            case Outcome.Died(var reason) -> InvocationResult.died(requestId, reason);
        };
    }
}
