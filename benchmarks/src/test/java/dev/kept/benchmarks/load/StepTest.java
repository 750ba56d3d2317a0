package dev.kept.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.benchmarks.machine.Backlog;
import dev.kept.benchmarks.machine.Scrape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final LoadPlan PLAN = new LoadPlan(List.of(new LoadPlan.Stage(10, 0, 20)));

    @Test
    void holdsWhenAllIsAsPromised() {
        assertEquals(List.of(), step(Requests.mostlyFast(Kind.SEARCH, 2, 400)).broken());
    }

    @Test
    void breaksWhenMoreThanOneOfAHundredIsLate() {
        assertEquals(
                List.of("search p99 51 ms, promised 50"),
                step(Requests.mostlyFast(Kind.SEARCH, 3, 51)).broken());
        assertEquals(
                List.of("session-start p99 101 ms, promised 100"),
                step(Requests.mostlyFast(Kind.SESSION_START, 3, 101)).broken());
    }

    @Test
    void takesNoTimeOfWhatWasRefused() {
        Timing timing = step(List.of(
                        Requests.answered(Kind.SEARCH, 10), Requests.request(Kind.SEARCH, 429, 900, false)))
                .timing(Kind.SEARCH);

        assertEquals(10, timing.max());
        assertEquals(1, timing.answered());
        assertEquals(Map.of(429, 1L), timing.refused());
    }

    @Test
    void breaksByWhatIsRefusedUnansweredOrDegraded() {
        assertEquals(
                List.of(
                        "1 of turns without an answer",
                        "1 of turns answered with 429",
                        "1 of search answered with 503",
                        "1 of context degraded"),
                step(List.of(
                                Requests.request(Kind.TURNS, 429, 0, false),
                                Requests.request(Kind.TURNS, 0, 0, false),
                                Requests.request(Kind.SEARCH, 503, 0, false),
                                Requests.request(Kind.CONTEXT, 201, 9, true)))
                        .broken());
    }

    @Test
    void breaksWhenMoreWorkWaitsThanUsersMakeAtATime() {
        assertEquals(List.of(), step(look(1, 3, 0), look(20_000, 13, 0)).broken());
        assertEquals(
                List.of("work falls behind: 14 messages waiting, 3 before", "2 messages given up"),
                step(look(1, 3, 1), look(20_000, 14, 3)).broken());
    }

    @Test
    void saysWhenTooFewAnswersMakeAP99() {
        assertEquals(
                List.of("search p99 51 ms of 2 answers, promised 50"),
                step(List.of(Requests.answered(Kind.SEARCH, 10), Requests.answered(Kind.SEARCH, 51)))
                        .broken());
    }

    @Test
    void tellsWhereTheFunctionsTimeWent() {
        Scrape scrape = Scrape.of("""
                kept_request_latency_seconds_count{route="POST /v1/search"} 10
                kept_request_latency_seconds_sum{route="POST /v1/search"} 0.4
                kept_request_latency_seconds_count{route="GET /v1/turns"} 10
                kept_request_latency_seconds_sum{route="GET /v1/turns"} 0.4
                kept_search_step_latency_seconds_count{step="embed"} 10
                kept_search_step_latency_seconds_sum{step="embed"} 0.05
                """);
        Map<String, Double> took =
                step(look(0, 0, 0), look(10_000, scrape)).surroundings().took();

        assertEquals(List.of("POST /v1/search", "search embed"), List.copyOf(took.keySet()));
        assertEquals(40, took.getOrDefault("POST /v1/search", 0.0), 0.01);
        assertEquals(5, took.getOrDefault("search embed", 0.0), 0.01);
    }

    @Test
    void tellsWhichProcessIsBusy() {
        Surroundings surroundings = step(look(0, 0, 0), look(10_000, 0, 0)).surroundings();

        assertEquals(
                List.of("host", "load"), List.copyOf(surroundings.processors().keySet()));
        assertEquals(0.5, surroundings.processors().getOrDefault("host", 0.0), 0.01);
    }

    @Test
    void countsOnlyWhatWasSentInItsTime() {
        List<Request> requests = new ArrayList<>();
        for (long at : new long[] {4_999, 5_000, 24_999, 25_000}) {
            requests.add(new Request(
                    at, Kind.SEARCH, 200, 5, 0, "s_1", false, Optional.empty(), Optional.empty(), List.of()));
        }
        Step step = Step.of(0, PLAN, new RequestLog(5_000, requests), List.of());

        assertEquals(2, step.timing(Kind.SEARCH).answered());
        assertEquals(0.1, step.timing(Kind.SEARCH).perSecond());
        assertTrue(step.holds());
    }

    private static Step step(List<Request> requests) {
        return Step.of(0, PLAN, new RequestLog(0, requests), List.of());
    }

    private static Step step(Look... looks) {
        return Step.of(0, PLAN, new RequestLog(0, List.of()), List.of(looks));
    }

    private static Look look(long at, long waiting, long dead) {
        return look(at, new Backlog.Messages(waiting, dead), Scrape.NOTHING);
    }

    private static Look look(long at, Scrape scrape) {
        return look(at, new Backlog.Messages(0, 0), scrape);
    }

    private static Look look(long at, Backlog.Messages messages, Scrape scrape) {
        return new Look(
                at,
                Map.of("host", Duration.ofMillis(at / 2), "load", Duration.ofMillis(at / 10)),
                0.5,
                messages,
                scrape);
    }
}
