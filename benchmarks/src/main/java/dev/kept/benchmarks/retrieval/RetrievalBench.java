package dev.kept.benchmarks.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.Options;
import dev.kept.benchmarks.http.KeptClient;
import dev.kept.benchmarks.http.StackAddress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.HdrHistogram.Histogram;

/// `retrieval`: how much of what answers a question is found, through HTTP.
public final class RetrievalBench {
    public static final String USAGE = """
            retrieval --data FILE [--url URL --key ADMIN_KEY] [--threads N] [--out DIR]
              what search and context find in conversations with questions, through a running stack""";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int THREADS = 4;
    private static final int WARM_UP = 20;

    private final PrintStream out;

    public RetrievalBench(PrintStream out) {
        this.out = out;
    }

    public void run(List<String> arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments, Set.of("data", "url", "key", "threads", "out"), Set.of());
        Path data = Path.of(options.required("data"));
        List<NeutralConversation> conversations = NeutralConversation.read(data);
        String run = "r" + Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);
        KeptClient user = StackAddress.of(options).administrator().newUser("bench-" + run);
        Subject kept = new KeptOverHttp(user, run);

        double seconds = ingest(kept, conversations);
        warm(kept, conversations);
        Evaluation evaluation =
                new Evaluation(Evaluation.LIMIT, Evaluation.BUDGETS, options.number("threads", THREADS));
        List<Answered> asked = evaluation.ask(kept, conversations);
        Path file = options.out().resolve("retrieval-" + run + ".jsonl");
        ScoreFile.write(file, about(data, conversations, seconds, evaluation), asked);
        show(asked);
        out.println("per question: " + file);
    }

    private double ingest(Subject kept, List<NeutralConversation> conversations) {
        Instant begin = Instant.now();
        for (NeutralConversation conversation : conversations) {
            kept.ingest(conversation);
            out.println(
                    "took in " + conversation.id() + ", " + conversation.turns().count() + " turns");
        }
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private static void warm(Subject kept, List<NeutralConversation> conversations) {
        conversations.stream()
                .flatMap(conversation -> conversation.questions().stream()
                        .<Runnable>map(question -> () -> kept.search(conversation, question, Evaluation.LIMIT)))
                .limit(WARM_UP)
                .forEach(Runnable::run);
    }

    private static ObjectNode about(
            Path data, List<NeutralConversation> conversations, double seconds, Evaluation evaluation) {
        long turns = conversations.stream().flatMap(NeutralConversation::turns).count();
        ObjectNode about = MAPPER.createObjectNode()
                .put("adapter", "kept bench retrieval")
                .put("data", String.valueOf(data.getFileName()))
                .put("k", evaluation.limit())
                .put("threads", evaluation.threads())
                .put("turns", turns)
                .put("ingest_s", seconds)
                .put("ingest_turns_per_s", turns / seconds)
                .put("when", Instant.now().toString());
        var ids = about.putArray("order");
        conversations.forEach(conversation -> ids.add(conversation.id()));
        about.set("conversations", ids.deepCopy());
        return about;
    }

    private void show(List<Answered> asked) {
        out.println();
        out.print(ScoreReport.byCategory(ScoreTable.of(asked)));
        out.println();
        Histogram search = new Histogram(3);
        Histogram context = new Histogram(3);
        for (Answered one : asked) {
            search.recordValue(Math.round(one.searchMillis() * 1000));
            one.contextMillis().values().forEach(millis -> context.recordValue(Math.round(millis * 1000)));
        }
        out.println("search ms " + percentiles(search) + "; context ms " + percentiles(context) + "; foreign turns "
                + asked.stream().mapToInt(Answered::foreign).sum() + "; empty results "
                + asked.stream().filter(one -> one.results() == 0).count());
    }

    private static String percentiles(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f p95 %.1f p99 %.1f",
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(95) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }
}
