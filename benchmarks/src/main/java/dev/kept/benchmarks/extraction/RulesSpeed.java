package dev.kept.benchmarks.extraction;

import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.benchmarks.extraction.Conversation.Sitting;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Turn;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How many turns the rules read in a second on one thread, redaction included, without stores and embedding.
///
/// @param byClock what whoever waits sees
/// @param byProcessor of the thread, so that what else runs on the machine does not count
record RulesSpeed(double byClock, double byProcessor) {
    private static final Owner OWNER = Owner.of(new UserId("speed"));
    private static final Duration RUN = Duration.ofSeconds(5);
    private static final int RUNS = 5;

    /// The median of five runs of five seconds, after one that is not counted.
    static RulesSpeed of(List<Conversation> conversations) {
        ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), new OpenNlpLinguistics());
        List<List<Turn>> sessions = conversations.stream()
                .flatMap(conversation -> conversation.sessions().stream())
                .map(RulesSpeed::turns)
                .toList();
        run(pipeline, sessions);
        List<RulesSpeed> runs =
                IntStream.range(0, RUNS).mapToObj(_ -> run(pipeline, sessions)).toList();
        return runs.stream()
                .sorted(Comparator.comparingDouble(RulesSpeed::byClock))
                .toList()
                .get(RUNS / 2);
    }

    private static RulesSpeed run(ExtractionPipeline pipeline, List<List<Turn>> sessions) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        long turns = 0;
        while (System.nanoTime() - start < RUN.toNanos()) {
            for (List<Turn> session : sessions) {
                pipeline.extract(new ExtractionInput(List.of(), session));
                turns += session.size();
            }
        }
        return new RulesSpeed(
                perSecond(turns, System.nanoTime() - start),
                perSecond(turns, threads.getCurrentThreadCpuTime() - processor));
    }

    private static double perSecond(long turns, long nanos) {
        return Math.rint(turns * (double) Duration.ofSeconds(1).toNanos() / nanos);
    }

    private static List<Turn> turns(Sitting sitting) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < sitting.turns().size(); i++) {
            turns.add(new Turn(
                    OWNER,
                    new SessionId(sitting.id()),
                    Optional.empty(),
                    new TurnId("t_%05d".formatted(i)),
                    sitting.turns().get(i),
                    sitting.startedAt()));
        }
        return turns;
    }
}
