package dev.kept.micro;

import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Turn;
import dev.kept.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Reading one turn for what is worth keeping, by rules.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RulesPath {
    private final ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), new OpenNlpLinguistics());
    private final ExtractionInput turn = new ExtractionInput(
            List.of(),
            List.of(new Turn(
                    Fixtures.ADA,
                    new SessionId("s1"),
                    Optional.empty(),
                    new TurnId("t_00001"),
                    Fixtures.userSaying(SaidTexts.all().get(2)),
                    Fixtures.NOON)));

    @Benchmark
    public Extraction ofOneTurn() {
        return pipeline.extract(turn);
    }
}
