package dev.kept.benchmarks.learning;

import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.consolidation.MemoryTraits;
import dev.kept.application.extraction.finders.SpokenTraits;
import dev.kept.application.redaction.Redactor;
import dev.kept.benchmarks.Options;
import dev.kept.benchmarks.extraction.Conversation;
import dev.kept.benchmarks.report.MarkdownTable;
import dev.kept.benchmarks.vectors.LocalModel;
import dev.kept.domain.extraction.Linguistics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `fit-extraction`: what extraction weighs, fitted on labelled conversations, sentences and pairs, with whole
/// conversations held out.
public final class FitExtraction {
    public static final String USAGE = """
            fit-extraction [--data DIR] [--out DIR] [--write]
              weights of types, fixes and updates, cross-validated over conversations; written to --out, or with --write
              to where extraction reads them""";

    private static final Path BUNDLED =
            Options.ofRepository("shared/application/src/main/resources/dev/kept/application/extraction");
    private static final List<String> OF_FIXES = List.of(SpokenLessons.CONFIRMED, Example.NONE);
    private static final List<String> OF_UPDATES = List.of(MemoryLessons.UPDATE, Example.NONE);
    private static final int FOLDS = 5;
    private static final double SMALLEST = 0.05;

    private final PrintStream out;

    public FitExtraction(PrintStream out) {
        this.out = out;
    }

    /// @param penalty of the sum of squared weights; with examples that count three times, about three times what it
    ///     is for single ones
    private record Task(List<Example> examples, List<String> outcomes, double penalty, int cutoff) {
        Logistic fit(List<Example> some) {
            return Logistic.fit(some, outcomes, penalty, cutoff);
        }

        /// @param prefix of the names of the traits to leave out
        Task without(String prefix) {
            return new Task(examples.stream().map(one -> one.without(prefix)).toList(), outcomes, penalty, cutoff);
        }
    }

    public void run(List<String> arguments) throws IOException {
        try (LocalModel model = LocalModel.start()) {
            Linguistics linguistics = new OpenNlpLinguistics();
            run(
                    arguments,
                    new SpokenTraits(Redactor.standard(), linguistics),
                    new MemoryTraits(linguistics, model.nearness()));
        }
    }

    private void run(List<String> arguments, SpokenTraits ofSpeech, MemoryTraits ofMemories) throws IOException {
        Options options = Options.parse(arguments, Set.of("data", "out"), Set.of("write"));
        Path data = options.text("data").map(Path::of).orElse(Options.ofRepository("benchmarks/data/extraction"));
        Path target = options.has("write") ? BUNDLED : options.out();
        List<Conversation> talks = Conversation.read(data.resolve("conversations.jsonl"));
        SpokenLessons spoken = new SpokenLessons(ofSpeech);
        MemoryLessons memories = new MemoryLessons(ofMemories, talks);
        Task types = new Task(
                both(spoken.types(talks), spoken.sentences(data.resolve("sentences.jsonl"))),
                SpokenLessons.typesAndNone(),
                5,
                3);
        Task fixes = new Task(spoken.fixes(talks), OF_FIXES, 3, 4);
        Task updates =
                new Task(both(memories.updates(), memories.pairs(data.resolve("updates.jsonl"))), OF_UPDATES, 1, 1);

        Task byWords = updates.without("nearness");

        reportTypes(types);
        report("a turn confirms a fix", fixes, SpokenLessons.CONFIRMED, List.of(0.2, 0.35, 0.5));
        report(
                "a statement takes the place of an older one",
                updates,
                MemoryLessons.UPDATE,
                List.of(0.1, 0.2, 0.3, 0.5));

        report("the same by words alone", byWords, MemoryLessons.UPDATE, List.of(0.1, 0.2, 0.3, 0.5));

        new ImportanceReport(out).of(memories.importance());

        write(target.resolve("finders/type-weights.tsv"), types.fit(types.examples()));
        write(
                target.resolve("finders/fix-weights.tsv"),
                difference(fixes.fit(fixes.examples()), SpokenLessons.CONFIRMED));
        writeProperties(
                target.resolve("consolidation/update-weights.properties"),
                difference(updates.fit(updates.examples()), MemoryLessons.UPDATE));
        writeProperties(
                target.resolve("consolidation/update-weights-words.properties"),
                difference(byWords.fit(byWords.examples()), MemoryLessons.UPDATE));
        out.println("written to " + target);
    }

    private static List<Example> both(List<Example> one, List<Example> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private record Guess(Example example, List<Double> probabilities) {}

    /// Each conversation's examples, guessed by weights that never saw it.
    private static List<Guess> guesses(Task task) {
        List<String> groups = task.examples().stream()
                .map(Example::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(groups, new Random(1));
        List<Guess> guesses = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Set<String> out = groups.stream()
                    .filter(group -> groups.indexOf(group) % FOLDS == held)
                    .collect(Collectors.toSet());
            Logistic fitted = task.fit(task.examples().stream()
                    .filter(example -> !out.contains(example.group()))
                    .toList());
            task.examples().stream()
                    .filter(example -> out.contains(example.group()))
                    .forEach(example -> guesses.add(new Guess(example, fitted.probabilities(example.traits()))));
        }
        return guesses;
    }

    private void reportTypes(Task task) {
        List<Guess> guesses = guesses(task);
        int none = task.outcomes().indexOf(Example.NONE);
        List<Guess> worth = guesses.stream()
                .filter(guess -> !guess.example().outcome().equals(Example.NONE))
                .toList();
        long right = worth.stream()
                .filter(guess -> guess.example().isRight(task.outcomes().get(best(guess.probabilities(), none))))
                .count();
        out.printf(
                Locale.ROOT,
                "type of a sentence worth keeping, held out: %d of %d right (%.3f)%n%n",
                right,
                worth.size(),
                (double) right / worth.size());
        MarkdownTable table = new MarkdownTable(List.of("worth keeping from", "found", "right"));
        for (double from : List.of(0.12, 0.3, 0.42, 0.5)) {
            addRow(table, guesses, guess -> 1 - guess.probabilities().get(none), Set.of(Example.NONE), from);
        }
        out.println(table);
    }

    private void report(String what, Task task, String outcome, List<Double> thresholds) {
        List<Guess> guesses = guesses(task);
        int column = task.outcomes().indexOf(outcome);
        out.printf(Locale.ROOT, "%s, held out, of %d:%n%n", what, guesses.size());
        MarkdownTable table = new MarkdownTable(List.of("from", "found", "right"));
        thresholds.forEach(
                from -> addRow(table, guesses, guess -> guess.probabilities().get(column), Set.of(Example.NONE), from));
        out.println(table);
    }

    private static void addRow(
            MarkdownTable table,
            List<Guess> guesses,
            ToDoubleFunction<Guess> probability,
            Set<String> negative,
            double from) {
        List<Guess> taken = guesses.stream()
                .filter(guess -> probability.applyAsDouble(guess) >= from)
                .toList();
        long hits = taken.stream()
                .filter(guess -> !negative.contains(guess.example().outcome()))
                .count();
        long all = guesses.stream()
                .filter(guess -> !negative.contains(guess.example().outcome()))
                .count();
        table.add(List.of(
                "%.2f".formatted(from),
                "%.3f".formatted((double) hits / Math.max(1, all)),
                "%.3f".formatted((double) hits / Math.max(1, taken.size()))));
    }

    private static int best(List<Double> probabilities, int excluded) {
        int best = -1;
        for (int i = 0; i < probabilities.size(); i++) {
            if (i != excluded && (best < 0 || probabilities.get(i) > probabilities.get(best))) {
                best = i;
            }
        }
        return best;
    }

    /// Of two outcomes only the difference counts.
    private static Logistic difference(Logistic fitted, String outcome) {
        int column = fitted.outcomes().indexOf(outcome);
        return new Logistic(
                List.of(outcome),
                fitted.weights().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new double[] {entry.getValue()[column] - entry.getValue()[1 - column]},
                                (one, _) -> one,
                                TreeMap::new)));
    }

    private static void write(Path file, Logistic fitted) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("trait\t" + String.join("\t", fitted.outcomes()));
        fitted.weights().forEach((trait, row) -> {
            boolean matters = Arrays.stream(row).anyMatch(weight -> Math.abs(weight) >= SMALLEST);
            if (matters || trait.equals(Logistic.BASE)) {
                lines.add(trait + "\t"
                        + Arrays.stream(row)
                                .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                                .collect(Collectors.joining("\t")));
            }
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    private static void writeProperties(Path file, Logistic fitted) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# How much each sign speaks for an update (docs/extraction.md tells how the numbers came about).");
        fitted.weights().forEach((sign, row) -> {
            String name = sign.equals(Logistic.BASE) ? "base" : sign;
            lines.add(name + " = " + String.format(Locale.ROOT, "%.2f", row[0]));
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
