package dev.kept.benchmarks.extraction;

import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.found.Extracted;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.model.AskedModel;
import dev.kept.application.extraction.model.BudgetLimits;
import dev.kept.application.extraction.model.ModelBudget;
import dev.kept.application.extraction.model.ModelPrice;
import dev.kept.application.extraction.model.ModelPrices;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.pipeline.ModelExtractor;
import dev.kept.application.redaction.Redactor;
import dev.kept.benchmarks.Options;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.extraction.ModelTokens;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Turn;
import dev.kept.domain.spending.Spending;
import dev.kept.testkit.FakeSpendingStore;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// `./kept bench model`: what the model stage sends and costs, and whether it lets through what is right and holds back
/// what is not. The model is a stand-in that answers with the labels, so this measures everything but a real model.
public final class ModelBench {
    public static final String USAGE = """
            model [--data FILE]
                counts what the model stage sends on labelled conversations, and holds right and wrong answers against
                the turns; without a stack and without a model
            """;

    private static final Owner OWNER = Owner.of(new UserId("gold"));
    private static final Spending MUCH = new Spending(1_000_000_000, 1_000_000_000);
    private static final List<String> MODELS = List.of("nova-lite", "claude-haiku-4-5", "claude-sonnet-4-5");

    private final PrintStream out;

    public ModelBench(PrintStream out) {
        this.out = out;
    }

    private record Tally(int sessions, int turns, int proposed, int kept, ModelUse use, Map<String, Integer> reasons) {}

    public void run(List<String> arguments) throws IOException {
        Path data = Options.parse(arguments, Set.of("data"), Set.of())
                .text("data")
                .map(Path::of)
                .orElse(Options.ofRepository("benchmarks/data/gold-open/conversations.jsonl"));
        try (ApplicationContext context = ApplicationContext.run()) {
            TokenCounter counter = context.getBean(TokenCounter.class);
            Tally right = tally(data, counter, 0);
            print("right answers", right);
            cost(right);
            print("answers that belong to other turns", tally(data, counter, 1));
        }
    }

    /// @param shift 0 for the labels of the same conversation, 1 for those of the next one put on these turns
    private static Tally tally(Path data, TokenCounter counter, int shift) throws IOException {
        GoldModel model = new GoldModel(counter);
        ModelExtractor extractor = extractor(model);
        List<Conversation> conversations = Conversation.read(data);
        int sessions = 0;
        int turns = 0;
        int kept = 0;
        ModelUse use = ModelUse.NONE;
        Map<String, Integer> reasons = new TreeMap<>();
        for (int i = 0; i < conversations.size(); i++) {
            List<GoldMemory> own = conversations.get(i).labels().memories();
            List<GoldMemory> other = conversations
                    .get((i + shift) % conversations.size())
                    .labels()
                    .memories();
            for (Conversation.Sitting sitting : conversations.get(i).sessions()) {
                List<Turn> said = turns(sitting);
                model.reads(said, shift == 0 ? own : misplaced(own, other));
                Extracted found = extractor.read(new ExtractionInput(List.of(), said));
                sessions++;
                turns += said.size();
                kept += found.each().stream()
                        .mapToInt(one -> one.candidates().size())
                        .sum();
                use = use.plus(found.method().use());
                found.each().stream()
                        .flatMap(one -> one.rejected().stream())
                        .map(Rejected::reason)
                        .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            }
        }
        return new Tally(sessions, turns, model.proposed, kept, use, reasons);
    }

    /// What another conversation says, cited from turns of this one.
    private static List<GoldMemory> misplaced(List<GoldMemory> own, List<GoldMemory> other) {
        List<GoldMemory> misplaced = new ArrayList<>();
        for (int i = 0; i < Math.min(own.size(), other.size()); i++) {
            misplaced.add(other.get(i).restingOn(own.get(i).turns()));
        }
        return misplaced;
    }

    private static ModelExtractor extractor(GoldModel model) {
        Redactor redactor = Redactor.standard();
        ModelBudget budget =
                new ModelBudget(new FakeSpendingStore(), new BudgetLimits(MUCH, MUCH, MUCH), Clock.systemUTC());
        AskedModel asked = new AskedModel(model, new ModelPrice(0, 0, 0, 0), budget);
        return new ModelExtractor(asked, new ExtractionPipeline(redactor, new OpenNlpLinguistics()), redactor);
    }

    private static List<Turn> turns(Conversation.Sitting sitting) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < sitting.turns().size(); i++) {
            TurnId id = new TurnId("t_%05d".formatted(i));
            turns.add(new Turn(
                    OWNER,
                    new SessionId(sitting.id()),
                    Optional.empty(),
                    id,
                    sitting.turns().get(i),
                    sitting.startedAt()));
        }
        return turns;
    }

    private void print(String what, Tally tally) {
        out.printf(
                Locale.ROOT,
                "%n%s: %d of %d kept (%.1f%%)%n",
                what,
                tally.kept(),
                tally.proposed(),
                100.0 * tally.kept() / Math.max(1, tally.proposed()));
        tally.reasons().forEach((reason, times) -> out.printf("  %-45s %d%n", reason, times));
    }

    private void cost(Tally tally) {
        ModelUse use = tally.use();
        double sessions = tally.sessions();
        out.printf(
                Locale.ROOT,
                "%n%d sessions, %d turns, %d calls%n"
                        + "tokens a session: %.0f in, of them %.0f cached; %.0f out; a turn: %.0f in, %.0f out%n",
                tally.sessions(),
                tally.turns(),
                use.calls(),
                (use.inputTokens() + use.cachedTokens()) / sessions,
                use.cachedTokens() / sessions,
                use.outputTokens() / sessions,
                (double) (use.inputTokens() + use.cachedTokens()) / tally.turns(),
                (double) use.outputTokens() / tally.turns());
        ModelTokens cached = new ModelTokens(use.inputTokens(), use.outputTokens(), use.cachedTokens(), 0);
        ModelTokens anew = new ModelTokens(use.inputTokens() + use.cachedTokens(), use.outputTokens(), 0, 0);
        for (String model : MODELS) {
            ModelPrice price = ModelPrices.bundled().of(model).orElseThrow();
            out.printf(
                    Locale.ROOT,
                    "  %-20s $%.5f a session, $%.5f without the cache%n",
                    model,
                    price.costMicros(cached) / sessions / 1e6,
                    price.costMicros(anew) / sessions / 1e6);
        }
    }
}
