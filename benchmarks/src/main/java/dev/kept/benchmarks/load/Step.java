package dev.kept.benchmarks.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a number of users got while all of them were there.
///
/// @param timings of each kind of request, in the order of a session
record Step(int users, double seconds, List<Timing> timings, Surroundings surroundings) {
    /// A message waiting for each user is work that goes on; more is work that falls behind.
    private static final int WAITING_EACH = 1;

    Step {
        timings = List.copyOf(timings);
    }

    static Step of(int number, LoadPlan plan, RequestLog log, List<Look> looks) {
        long from = plan.from(number, log.begin());
        long to = plan.to(number, log.begin());
        double seconds = (to - from) / 1e3;
        List<Request> requests = log.between(from, to);
        List<Timing> timings = Arrays.stream(Kind.values())
                .map(kind -> Timing.of(
                        kind,
                        requests.stream()
                                .filter(request -> request.kind() == kind)
                                .toList(),
                        seconds))
                .toList();
        return new Step(plan.steps().get(number).users(), seconds, timings, Surroundings.between(from, to, looks));
    }

    Timing timing(Kind kind) {
        return timings.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    double contextsPerSecond() {
        return timing(Kind.CONTEXT).perSecond() + timing(Kind.SESSION_START).perSecond();
    }

    /// @param each turns that one request of turns brought, in the mean
    double turnsPerSecond(double each) {
        return each * timing(Kind.TURNS).perSecond();
    }

    boolean holds() {
        return broken().isEmpty();
    }

    /// The promises that were not kept.
    @JsonProperty
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        timings.forEach(timing -> addSlow(timing, broken));
        timings.forEach(timing -> addWrong(timing, broken));
        if (surroundings.waitingAfter() > surroundings.waitingBefore() + (long) WAITING_EACH * users) {
            broken.add("work falls behind: " + surroundings.waitingAfter() + " messages waiting, "
                    + surroundings.waitingBefore() + " before");
        }
        if (surroundings.dead() > 0) {
            broken.add(surroundings.dead() + " messages given up");
        }
        return broken;
    }

    private static void addSlow(Timing timing, List<String> broken) {
        timing.kind().promisedMillis().ifPresent(promised -> {
            if (timing.p99() > promised) {
                broken.add(timing.kind().text() + " p99 " + Math.round(timing.p99()) + " ms"
                        + (timing.isOfFew() ? " of " + timing.answered() + " answers" : "") + ", promised " + promised);
            }
        });
    }

    private static void addWrong(Timing timing, List<String> broken) {
        timing.refused()
                .forEach((status, count) ->
                        broken.add(count + " of " + timing.kind().text() + " "
                                + (status == 0 ? "without an answer" : "answered with " + status)));
        if (timing.degraded() > 0) {
            broken.add(timing.degraded() + " of " + timing.kind().text() + " degraded");
        }
    }
}
