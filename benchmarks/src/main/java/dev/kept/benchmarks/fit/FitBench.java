package dev.kept.benchmarks.fit;

import dev.kept.application.search.RankingRecipe;
import dev.kept.application.search.Search;
import dev.kept.application.search.SearchQuery;
import dev.kept.application.search.SearchResult;
import dev.kept.application.search.Signal;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import dev.kept.benchmarks.report.MarkdownTable;
import dev.kept.benchmarks.retrieval.Corpus;
import dev.kept.benchmarks.retrieval.NeutralConversation;
import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import dev.kept.benchmarks.vectors.KeptVectors;
import dev.kept.benchmarks.vectors.LocalModel;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `fit`: weights for the signals of a ranking recipe, with whole conversations held out, and what each signal brings.
///
/// Conversations between people can tell what words, meaning, neighbours, sessions, speakers and dates are worth. They
/// cannot tell what importance or feedback are, which are chosen by hand.
public final class FitBench {
    public static final String USAGE = """
            fit --data FILE [--mode hybrid|semantic|keyword] [--out DIR]
              weights for the signals of search, cross-validated over conversations, and what each signal brings""";

    private static final int CANDIDATES = 100;

    /// Only proportions matter: this brings the sum near to 1.
    private static final double SCALE = 0.1;

    private static final Set<Signal> FITTED = EnumSet.of(
            Signal.SEMANTIC,
            Signal.KEYWORD,
            Signal.NEIGHBOURHOOD,
            Signal.SESSION,
            Signal.SPEAKER,
            Signal.TIME,
            Signal.SUBSTANCE,
            Signal.INQUIRY);
    private static final Set<Signal> OF_WORDS = EnumSet.of(Signal.KEYWORD, Signal.NEIGHBOURHOOD, Signal.SESSION);

    private final PrintStream out;

    public FitBench(PrintStream out) {
        this.out = out;
    }

    public void run(List<String> arguments) throws IOException {
        Options options = Options.parse(arguments, Set.of("data", "mode", "out"), Set.of());
        SearchMode mode = mode(options.text("mode").orElse("hybrid"));
        List<NeutralConversation> conversations = NeutralConversation.read(Path.of(options.required("data")));
        try (LocalModel local = LocalModel.start();
                KeptVectors vectors = KeptVectors.in(options.out().resolve("vectors.f16"), local.model())) {
            report(new CrossValidation(samples(Corpus.of(conversations, vectors), conversations, mode)), mode);
        }
    }

    private static SearchMode mode(String name) {
        try {
            return SearchMode.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new BenchFailed("--mode must be hybrid, semantic or keyword, not " + name);
        }
    }

    private static List<Sample> samples(Corpus corpus, List<NeutralConversation> conversations, SearchMode mode) {
        Search search = new Search(corpus.index(), corpus.source(), corpus.embeddings(), corpus.clock());
        return conversations.stream()
                .flatMap(conversation -> conversation.questions().stream()
                        .filter(Question::hasEvidence)
                        .filter(question -> !question.isUnanswerable())
                        .map(question -> sample(search, corpus, conversation, question, mode)))
                .toList();
    }

    private static Sample sample(
            Search search, Corpus corpus, NeutralConversation conversation, Question question, SearchMode mode) {
        SearchFilter filter = SearchFilter.of(corpus.owner(), Optional.of(corpus.project(conversation)));
        SearchQuery query = new SearchQuery(filter, question.question(), mode, CANDIDATES);
        return new Sample(
                conversation.id(),
                question,
                search.search(query).results().stream()
                        .map(result -> option(corpus, conversation, result))
                        .toList());
    }

    private static Sample.Option option(Corpus corpus, NeutralConversation conversation, SearchResult result) {
        return new Sample.Option(corpus.turns(conversation, result.item()), result.signals());
    }

    private void report(CrossValidation validation, SearchMode mode) {
        List<Signal> all = fitted(mode);
        Map<Signal, Double> weights = validation.fittedOnAll(all);
        MarkdownTable scores = new MarkdownTable(List.of("weights", "recall@10", "nDCG@10"));
        scores.add(line("as served", validation.score(served(mode))));
        scores.add(line("fitted, held out", validation.heldOut(all)));
        scores.add(line("fitted on all", validation.score(weights)));
        validation.byConversation(served(mode)).forEach((name, score) -> scores.add(line("as served: " + name, score)));
        for (Signal left : all) {
            List<Signal> others = all.stream().filter(signal -> signal != left).toList();
            scores.add(line("held out, without " + left.label(), validation.heldOut(others)));
        }
        out.print(scores);
        out.println();
        weights.forEach((signal, weight) -> out.printf(
                Locale.ROOT, "%s.%s = %.2f%n", RankingRecipe.of(mode).name(), signal.label(), SCALE * weight));
    }

    private static List<Signal> fitted(SearchMode mode) {
        return FITTED.stream()
                .filter(signal -> mode != SearchMode.KEYWORD || signal != Signal.SEMANTIC)
                .filter(signal -> mode != SearchMode.SEMANTIC || !OF_WORDS.contains(signal))
                .toList();
    }

    private static Map<Signal, Double> served(SearchMode mode) {
        return Arrays.stream(Signal.values())
                .collect(Collectors.toMap(Function.identity(), RankingRecipe.of(mode)::weight));
    }

    private static List<String> line(String label, CrossValidation.Score score) {
        return List.of(label, number(score.recallAt10()), number(score.ndcgAt10()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
