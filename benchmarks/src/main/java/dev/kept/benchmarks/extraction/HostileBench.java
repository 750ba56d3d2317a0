package dev.kept.benchmarks.extraction;

import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// `./kept bench hostile`: how long turns that are made to be slow take to redact and to read.
public final class HostileBench {
    public static final String USAGE = """
            hostile
                redacts and reads turns of 100,000 characters that are made to be slow, with own rules that are slow to look for
            """;

    private static final int WARM_UPS = 2;
    private static final int RUNS = 3;
    private static final double MILLISECOND = 1e6;
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    private final Redactor redactor = Redactor.standard();
    private final ExtractionPipeline pipeline;
    private final PrintStream out;

    public HostileBench(PrintStream out) {
        this(new OpenNlpLinguistics(), out);
    }

    HostileBench(Linguistics linguistics, PrintStream out) {
        this.pipeline = new ExtractionPipeline(redactor, linguistics).with(List.of(slowestRules()));
        this.out = out;
    }

    /// As many of the rules that are slowest to look for as a user may have.
    private static RuleSet slowestRules() {
        List<String> ignore = IntStream.range(0, 5)
                .mapToObj(number -> "a ... a|b? ... ledger" + number)
                .toList();
        OwnRules rules =
                new OwnRules(List.of(), List.of(), List.of(), List.of(), ignore, List.of(), List.of(), List.of());
        return new RuleSet(RuleScope.of(Owner.of(new UserId("hostile"))), rules, 1, AT);
    }

    public void run() {
        Map<String, String> texts = HostileTexts.all();
        for (int i = 0; i < WARM_UPS; i++) {
            texts.values().forEach(text -> {
                redactor.redact(text);
                read(text);
            });
        }
        out.printf(Locale.ROOT, "%-30s %10s %10s%n", "text", "redact ms", "read ms");
        texts.forEach((name, text) -> out.printf(
                Locale.ROOT, "%-30s %10.1f %10.1f%n", name, best(() -> redactor.redact(text)), best(() -> read(text))));
    }

    private void read(String text) {
        Utterance said = new Utterance(Optional.empty(), Role.USER, Optional.empty(), text, AT, true, Map.of());
        Owner owner = Owner.of(new UserId("hostile"));
        Turn turn = new Turn(owner, new SessionId("hostile"), Optional.empty(), new TurnId("t_000"), said, AT);
        pipeline.extract(new ExtractionInput(List.of(), List.of(turn)));
    }

    /// Of the processor, so that whatever else runs on the machine does not count.
    private static double best(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / MILLISECOND);
        }
        return best;
    }
}
