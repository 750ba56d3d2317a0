package dev.kept.load;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ClosedInjectionStep;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What assistants do: a session starts with a context. Every few seconds something is asked, and before
/// it is answered a search is made for it, now and then a context; then question and answer are posted.
/// In the end the session ends.
///
/// The number of people is given, not how often sessions arrive: who waits for an assistant does not start another
/// session meanwhile (a closed model). Within a session exchanges begin at a pace, counted from the begin of the one
/// before, so a slow answer does not thin the load out until it takes longer than the pace itself.
public final class RealUse extends Simulation {
    private static final int CONTEXT_EVERY = 4;

    private final Plan plan = Plan.read(System.in);
    private final RequestLog log = new RequestLog(plan.log());

    /// Gatling makes one of these.
    public RealUse() {
        setUp(session().injectClosed(steps()).protocols(protocol())).maxDuration(plan.longest());
    }

    @Override
    public void before() {
        log.begin(System.currentTimeMillis());
    }

    @Override
    public void after() {
        log.close();
    }

    private HttpProtocolBuilder protocol() {
        return http.baseUrl(plan.url())
                .authorizationHeader("Bearer #{key}")
                .contentTypeHeader("application/json")
                .disableWarmUp()
                .disableCaching();
    }

    private List<ClosedInjectionStep> steps() {
        List<ClosedInjectionStep> steps = new ArrayList<>();
        int before = 0;
        for (Plan.Stage step : plan.steps()) {
            steps.add(rampConcurrentUsers(before).to(step.users()).during(step.ramp()));
            steps.add(constantConcurrentUsers(step.users()).during(step.hold()));
            before = step.users();
        }
        return steps;
    }

    private ScenarioBuilder session() {
        Requests requests = new Requests(log);
        return scenario("session")
                .feed(sittings())
                .exec(requests.start())
                .doIfOrElse(Requests::isStarted)
                .then(repeat(session -> Requests.sitting(session).exchanges(), Requests.EXCHANGE)
                        .on(
                                pace(plan.shortestPace(), plan.longestPace()),
                                requests.search(),
                                doIf(session -> asksForContext(session.getInt(Requests.EXCHANGE)))
                                        .then(requests.context()),
                                requests.turns())
                        .exec(requests.end()))
                // Who was turned away at the door comes again after a while, not at once.
                .orElse(pause(plan.shortestPace(), plan.longestPace()));
    }

    private static boolean asksForContext(int exchange) {
        return exchange % CONTEXT_EVERY == CONTEXT_EVERY - 1;
    }

    private Iterator<Map<String, Object>> sittings() {
        int users = plan.keys().size();
        return Stream.iterate(0, number -> number + 1)
                .map(number -> Sitting.of(number, users, plan.talks()))
                .<Map<String, Object>>map(sitting ->
                        Map.of(Requests.SITTING, sitting, "key", plan.keys().get(sitting.user())))
                .iterator();
    }
}
