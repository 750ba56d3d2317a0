package dev.kept.benchmarks.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// All figures of one run.
///
/// @param when the run began
/// @param machine what it ran on
/// @param turnsEach turns that a request of turns brought, in the mean
/// @param steps without the one that warmed up
/// @param all requests of the whole run that were answered as asked for, warming up and the end included
record LoadReport(String when, String machine, double turnsEach, List<Step> steps, long all, Kept kept) {
    LoadReport {
        steps = List.copyOf(steps);
    }

    static LoadReport of(String when, LoadPlan plan, RequestLog log, List<Look> looks, Kept kept) {
        List<Step> steps = IntStream.range(1, plan.steps().size())
                .mapToObj(number -> Step.of(number, plan, log, looks))
                .toList();
        long all = log.requests().stream().filter(Request::isAcknowledged).count();
        return new LoadReport(when, Machine.text(), log.turnsEach(), steps, all, kept);
    }

    /// The last step before anything broke.
    Optional<Step> sustained() {
        return steps.stream().takeWhile(Step::holds).reduce((_, later) -> later);
    }

    Optional<Step> firstBroken() {
        return steps.stream().filter(step -> !step.holds()).findFirst();
    }
}
