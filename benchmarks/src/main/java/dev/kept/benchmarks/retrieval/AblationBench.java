package dev.kept.benchmarks.retrieval;

import dev.kept.benchmarks.Options;
import dev.kept.benchmarks.vectors.KeptVectors;
import dev.kept.benchmarks.vectors.LocalModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `ablation`: what each stage of search brings, in this process and without a stack.
public final class AblationBench {
    public static final String USAGE = """
            ablation --data FILE [--threads N] [--out DIR]
              what each stage of search brings, over the same conversations, in one process""";

    private static final int THREADS = 2;

    private final PrintStream out;

    public AblationBench(PrintStream out) {
        this.out = out;
    }

    public void run(List<String> arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments, Set.of("data", "threads", "out"), Set.of());
        List<NeutralConversation> conversations = NeutralConversation.read(Path.of(options.required("data")));
        Evaluation evaluation = new Evaluation(Evaluation.LIMIT, List.of(), options.number("threads", THREADS));
        try (LocalModel local = LocalModel.start();
                KeptVectors vectors = KeptVectors.in(options.out().resolve("vectors.f16"), local.model())) {
            Map<String, ScoreTable> tables =
                    compare(Variant.stages(), Corpus.of(conversations, vectors), conversations, evaluation);
            out.print(ScoreReport.byVariant(tables));
            tables.forEach((name, table) -> {
                out.println(System.lineSeparator() + name + System.lineSeparator());
                out.print(ScoreReport.byCategory(table));
            });
        }
    }

    static Map<String, ScoreTable> compare(
            List<Variant> variants, Corpus corpus, List<NeutralConversation> conversations, Evaluation evaluation)
            throws InterruptedException {
        Map<String, ScoreTable> tables = new LinkedHashMap<>();
        for (Variant variant : variants) {
            tables.put(variant.name(), ScoreTable.of(evaluation.ask(variant.over(corpus), conversations)));
        }
        return tables;
    }
}
