package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.Options;
import dev.kept.benchmarks.http.StackAddress;
import dev.kept.benchmarks.vectors.LocalModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `./kept bench extraction`: what is kept of labelled conversations, through a running stack, and how far that is what
/// a careful reader would keep; with the attack set and the speed of the rules.
public final class ExtractionBench {
    public static final String USAGE = """
            extraction [--data FILE] [--url URL --key ADMIN_KEY | --without-stack | --predictions FILE] [--only-scores] [--out DIR]
              what is kept of labelled conversations, through a running stack, and how right that is; then the attack
              set, and how fast the rules are""";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int WORST = 10;
    private static final int BATCH = 50;

    private final PrintStream out;

    public ExtractionBench(PrintStream out) {
        this.out = out;
    }

    public void run(List<String> arguments) throws IOException {
        Options options = Options.parse(
                arguments, Set.of("data", "url", "key", "predictions", "out"), Set.of("without-stack", "only-scores"));
        Path data = options.text("data").map(Path::of).orElse(bundled("gold-open/conversations.jsonl"));
        List<Conversation> conversations = Conversation.read(data);
        ObjectNode report = MAPPER.createObjectNode()
                .put("data", String.valueOf(data.getFileName()))
                .put("when", Instant.now().toString());
        List<Prediction> predictions = take(conversations, options, report);
        Score score = Score.of(
                conversations,
                predictions.stream().collect(Collectors.toMap(Prediction::conversation, Function.identity())));
        show(score);
        put(score, report);
        if (!options.has("only-scores")) {
            attacksAndSpeed(conversations, report);
        }
        write(options.out(), predictions, report);
    }

    private List<Prediction> take(List<Conversation> conversations, Options options, ObjectNode report)
            throws IOException {
        if (options.text("predictions").isPresent()) {
            return List.copyOf(
                    Prediction.read(Path.of(options.required("predictions"))).values());
        }
        if (options.has("without-stack")) {
            try (LocalModel model = LocalModel.start()) {
                Replay replay = new Replay(model.nearness());
                return conversations.stream()
                        .map(it -> Prediction.of(it.id(), replay.memories(it, BATCH)))
                        .toList();
            }
        }
        String run = "x" + Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);
        ExtractionOverHttp kept =
                new ExtractionOverHttp(StackAddress.of(options).administrator(), run);
        List<Prediction> predictions = conversations.stream().map(kept::take).toList();
        out.println("operations " + kept.totals());
        report.set("operations", MAPPER.valueToTree(kept.totals().numbers()));
        return predictions;
    }

    private void show(Score score) {
        out.println();
        out.println(ScoreText.byType(score));
        out.println(Targets.of(score));
        figures(score);
        out.println();
        out.println(ScoreText.confusion(score));
        if (!score.tags().isEmpty()) {
            out.println(ScoreText.byTag(score));
        }
        list("missed, the most important first", ScoreText.misses(score));
        list("kept and not asked for, the most important first", ScoreText.junk(score));
    }

    private void figures(Score score) {
        out.println("memories a conversation: " + score.memoriesEach());
        out.println("relation precision by the labels, which name only the main ones: "
                + Ratio.text(score.relationPrecision()));
        Set<String> shown = Set.of("overall", "by_type", "by_tag");
        ScoreJson.of(score).properties().stream()
                .filter(figure -> !shown.contains(figure.getKey()))
                .forEach(figure -> out.println(figure.getKey() + ": " + figure.getValue()));
    }

    private void list(String what, List<String> all) {
        out.println(what + ", " + Math.min(WORST, all.size()) + " of " + all.size() + ":");
        for (int i = 0; i < Math.min(WORST, all.size()); i++) {
            out.printf("%3d. %s%n", i + 1, all.get(i));
        }
        out.println();
    }

    private static void put(Score score, ObjectNode report) {
        report.set("score", ScoreJson.of(score));
        report.put("updateAccuracy", score.updateAccuracy())
                .put("duplicateShare", score.duplicateShare())
                .put("memoriesPerConversation", score.memoriesEach());
        report.set("misses", MAPPER.valueToTree(ScoreText.misses(score)));
        report.set("junk", MAPPER.valueToTree(ScoreText.junk(score)));
    }

    private void attacksAndSpeed(List<Conversation> conversations, ObjectNode report) throws IOException {
        List<AttackTable> tables = new AttackBench(out).play(bundled("attacks"));
        RulesSpeed speed = RulesSpeed.of(conversations);
        out.printf(
                Locale.ROOT,
                "%nrules on one thread: %.0f turns/s by the clock, %.0f by the processor%n%n",
                speed.byClock(),
                speed.byProcessor());
        double blocked = withstood(tables, "attacks");
        double lost = Ratio.rounded(1 - withstood(tables, "harmless"), 4);
        out.print(Targets.of(blocked, lost, speed.byClock()));
        report.put("attacksBlocked", blocked)
                .put("lookAlikesLost", lost)
                .put("turnsPerSecond", speed.byClock())
                .put("turnsPerProcessorSecond", speed.byProcessor());
    }

    private static double withstood(List<AttackTable> tables, String kind) {
        List<AttackTable> some =
                tables.stream().filter(table -> table.file().startsWith(kind)).toList();
        long withstood = some.stream().mapToLong(AttackTable::withstood).sum();
        return Ratio.of(withstood, some.stream().mapToLong(AttackTable::cases).sum());
    }

    private void write(Path folder, List<Prediction> predictions, ObjectNode report) throws IOException {
        Files.createDirectories(folder);
        Path lines = folder.resolve("predictions.jsonl");
        Path file = folder.resolve("extraction.json");
        Prediction.write(lines, predictions);
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        out.println();
        out.println("what was kept: " + lines + "; all figures: " + file);
    }

    private static Path bundled(String name) {
        return Options.ofRepository("benchmarks/data/" + name);
    }
}
