package dev.kept.local.stack.events;

import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.FunctionModel;
import java.time.Duration;

/// A function as event sources see it; it waits for a missing host as long as `patience` lasts.
interface BatchFunction {

    Outcome invoke(String event, Duration patience) throws InterruptedException;

    FunctionModel function();
}
