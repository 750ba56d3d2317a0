package dev.kept.micro;

import dev.kept.domain.memory.MemoryType;
import dev.kept.runtime.body.TurnsBody;
import dev.kept.runtime.json.Json;
import dev.kept.runtime.view.MemoryView;
import dev.kept.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Reading a request and printing a reply.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBodiesPath {
    private static final int MEMORIES = 20;

    private final String twoTurns = Json.write(Map.of(
            "turns",
            List.of(
                    Map.of("id", "1", "role", "user", "content", SaidTexts.all().get(0)),
                    Map.of(
                            "id",
                            "2",
                            "role",
                            "assistant",
                            "content",
                            SaidTexts.all().get(1)))));
    private final List<MemoryView> memories = memories();

    private static List<MemoryView> memories() {
        List<MemoryView> views = new ArrayList<>();
        for (String content : SaidTexts.some(MEMORIES)) {
            String id = "m_" + views.size();
            views.add(MemoryView.of(Fixtures.aMemory(Fixtures.ADA, id, MemoryType.FACT, content)));
        }
        return views;
    }

    @Benchmark
    public TurnsBody readTwoTurns() {
        return Json.read(twoTurns, TurnsBody.class);
    }

    @Benchmark
    public String writeTwentyMemories() {
        return Json.write(memories);
    }
}
