package dev.kept.micro;

import dev.kept.application.redaction.Redacted;
import dev.kept.application.redaction.Redactor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Replacing secrets, which every turn goes through before it is stored.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RedactionPath {
    private static final int PAGE = 200;

    private final Redactor redactor = Redactor.standard();
    private final String turn = SaidTexts.all().get(2);
    private final String secret = turn + " The password: hunter2-and-more, and the key AKIAIOSFODNN7EXAMPLE.";
    private final String page = String.join("\n", SaidTexts.some(PAGE));

    @Benchmark
    public Redacted shortTurn() {
        return redactor.redact(turn);
    }

    @Benchmark
    public Redacted shortTurnWithSecrets() {
        return redactor.redact(secret);
    }

    @Benchmark
    public Redacted longTurn() {
        return redactor.redact(page);
    }
}
