package dev.kept.local.lambda;

/// What became of an invocation.
public sealed interface Outcome {
    record Reply(String body) implements Outcome {}

    /// The function threw; the body is what its runtime client reports.
    record Failed(String body) implements Outcome {}

    /// The function took longer than it may, and its process was ended.
    record TimedOut() implements Outcome {}

    /// The process ended before it answered.
    record Died(String reason) implements Outcome {}
}
