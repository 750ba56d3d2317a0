package dev.kept.local.stack.events;

import dev.kept.local.stack.aws.Functions;
import dev.kept.local.stack.aws.Functions.HostUnavailable;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.FunctionModel;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Invokes one function for its event sources.
///
/// A host that is not there is not the event's fault: it is waited for, and no attempt is counted. But an event during
/// which the
/// host goes away again and again may be what kills it, and then counts as failed.
final class Invoker implements BatchFunction {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int BROKEN_MAX = 3;

    private final Functions functions;
    private final FunctionModel function;
    private final Consumer<String> log;

    Invoker(Functions functions, FunctionModel function, Consumer<String> log) {
        this.functions = functions;
        this.function = function;
        this.log = log;
    }

    @Override
    public Outcome invoke(String event, Duration patience) throws InterruptedException {
        Instant giveUp = Instant.now().plus(patience);
        int broken = 0;
        while (true) {
            try {
                return said(functions.invoke(function.name(), event, function.timeout()));
            } catch (HostUnavailable e) {
                broken += e.duringInvocation() ? 1 : 0;
                if (broken == BROKEN_MAX || Instant.now().isAfter(giveUp)) {
                    return said(new Outcome.Failure("{\"errorType\":\"Runtime.ExitError\"}"));
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private Outcome said(Outcome outcome) {
        if (outcome instanceof Outcome.Failure(var body)) {
            log.accept(function.name() + " failed: " + body);
        }
        return outcome;
    }

    @Override
    public FunctionModel function() {
        return function;
    }
}
