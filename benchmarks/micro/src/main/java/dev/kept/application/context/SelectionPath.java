package dev.kept.application.context;

import dev.kept.adapters.jtokkit.TokensPath;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.SearchRecord;
import dev.kept.micro.SaidTexts;
import dev.kept.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Choosing what stands in a context of 2,000 tokens, from 400 candidates, with a real tokenizer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SelectionPath {
    private static final int CANDIDATES = 400;
    private static final int TOKENS = 2_000;

    private final Layout layout =
            new Layout(new ContextId("c_01JDA0000000000000000000000"), new StyledTemplate(new MarkdownStyle()));
    private final TokenCounter counter = TokensPath.counter();
    private final List<Candidate> candidates = candidates();

    private static List<Candidate> candidates() {
        Random random = new Random(1);
        List<Candidate> candidates = new ArrayList<>();
        for (String content : SaidTexts.some(CANDIDATES)) {
            SearchRecord item = SearchRecord.of(
                    Fixtures.aMemory(Fixtures.ADA, "m_" + candidates.size(), MemoryType.FACT, content),
                    Optional.empty());
            candidates.add(new Candidate(
                    SectionName.RELEVANT, new Subject.Recalled(item), 0.01 + random.nextDouble(), "kept"));
        }
        return candidates;
    }

    @Benchmark
    public Object of400() {
        Costs costs = new Costs(counter);
        Wording wording = new Wording(
                layout.style(), costs, List.of(new ToSummary(), new ToSentences(Sentences.Worth.asking("orders"))));
        return new Selection(Recipe.ANSWER, new Page(layout, costs, TOKENS), wording, candidates).choose();
    }
}
