package dev.kept.adapters.jtokkit;

import dev.kept.domain.context.TokenCounter;
import dev.kept.micro.SaidTexts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Counting tokens: of one line while a context is put together, and of the whole text at the end.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokensPath {
    private static final int LINES = 60;

    private final TokenCounter counter = counter();
    private final String line = SaidTexts.all().get(2);
    private final String context = String.join("\n", SaidTexts.some(LINES));

    /// The one that functions use.
    public static TokenCounter counter() {
        return new JtokkitTokenCounter();
    }

    @Benchmark
    public int ofALine() {
        return counter.count(line);
    }

    @Benchmark
    public int ofAContext() {
        return counter.count(context);
    }
}
