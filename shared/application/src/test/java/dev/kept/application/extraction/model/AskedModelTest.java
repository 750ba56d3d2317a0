package dev.kept.application.extraction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.model.AskedModel.Outcome;
import dev.kept.domain.extraction.Fallback;
import dev.kept.domain.extraction.ModelReply;
import dev.kept.domain.extraction.ModelTokens;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.spending.Spending;
import dev.kept.domain.spending.SpendingScope;
import dev.kept.testkit.FakeExtractionModel;
import dev.kept.testkit.FakeSpendingStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final SessionRef S1 = session("s1");
    private static final SpendingScope ALL = new SpendingScope.OfAll(DAY);
    private static final Spending MUCH = new Spending(1_000_000, 10_000_000);
    private static final ModelPrice PRICE = new ModelPrice(1, 5, 0.1, 1.25);
    private static final ExtractionPrompt PROMPT = new ExtractionPrompt(List.of(new PromptTurn(
            "t1", false, Role.USER, Optional.empty(), DAY, List.of(new PromptPart.Said("we use Postgres")))));
    private static final ModelTokens ESTIMATE = AskedModel.estimate(PROMPT.question());

    private final FakeExtractionModel model = new FakeExtractionModel();
    private final FakeSpendingStore store = new FakeSpendingStore();
    private final MutableClock clock = MutableClock.atNoon();

    @Test
    void settlesWhatWasReservedByWhatItTook() {
        model.answers(_ -> {
            assertEquals(ESTIMATE.total(), store.of(ALL).tokens(), "reserved before it is asked");
            return FakeExtractionModel.answer(Map.of("memories", List.of()));
        });

        Outcome outcome = within(MUCH, MUCH, MUCH).ask(S1, PROMPT);

        assertInstanceOf(Outcome.Answer.class, outcome);
        assertEquals(new ModelUse(1, 500, 100, 2_000, 1_200), outcome.use());
        Spending took = new Spending(2_600, 1_200);
        assertEquals(took, store.of(ALL));
        assertEquals(took, store.of(new SpendingScope.OfOwner(Fixtures.ADA, DAY)));
        assertEquals(took, store.of(new SpendingScope.OfSession(S1)));
    }

    @Test
    void isNotAskedBeyondTheBudgetOfASessionAnOwnerOrTheDay() {
        Spending little = new Spending(ESTIMATE.total() - 1, 10_000_000);
        Spending cheap = new Spending(1_000_000, 100);
        List<AskedModel> spent = List.of(
                within(little, MUCH, MUCH),
                within(MUCH, little, MUCH),
                within(MUCH, MUCH, little),
                within(cheap, MUCH, MUCH),
                within(MUCH, cheap, MUCH),
                within(MUCH, MUCH, cheap));
        for (AskedModel asked : spent) {
            assertEquals(new Outcome.None(Fallback.BUDGET, "", ModelUse.NONE), asked.ask(S1, PROMPT));
        }
        assertEquals(List.of(), model.questions());
        assertEquals(Spending.NONE, store.of(ALL), "what was reserved before the refusal is given back");
        assertEquals(Spending.NONE, store.of(new SpendingScope.OfSession(S1)));
    }

    @Test
    void asksForAnotherSessionAndOnAnotherDay() {
        Spending once = new Spending(ESTIMATE.total() + 100, 10_000_000);
        AskedModel perSession = within(once, MUCH, MUCH);
        assertInstanceOf(Outcome.Answer.class, perSession.ask(S1, PROMPT));
        assertInstanceOf(Outcome.None.class, perSession.ask(S1, PROMPT));
        assertInstanceOf(Outcome.Answer.class, perSession.ask(session("s2"), PROMPT));

        AskedModel perDay = within(MUCH, MUCH, once);
        assertInstanceOf(Outcome.None.class, perDay.ask(session("s3"), PROMPT));
        clock.advance(Duration.ofDays(1));
        assertInstanceOf(Outcome.Answer.class, perDay.ask(session("s3"), PROMPT));
    }

    @Test
    void givesBackWhatARefusedQuestionDidNotTake() {
        model.answers(_ -> FakeExtractionModel.none(Fallback.THROTTLED));

        assertEquals(
                new Outcome.None(Fallback.THROTTLED, "", ModelUse.NONE),
                within(MUCH, MUCH, MUCH).ask(S1, PROMPT));
        assertEquals(Spending.NONE, store.of(ALL));
    }

    @Test
    void countsTheQuestionWhenNobodyWaitedForTheAnswer() {
        model.answers(_ -> FakeExtractionModel.none(Fallback.TIMEOUT));

        Outcome outcome = within(MUCH, MUCH, MUCH).ask(S1, PROMPT);

        assertEquals(ESTIMATE.input(), outcome.use().inputTokens());
        assertEquals(ESTIMATE.input(), store.of(ALL).tokens());
    }

    @Test
    void paysForAnAnswerThatIsOfNoUse() {
        model.answers(_ -> FakeExtractionModel.answer(Map.of("notes", "?")));
        var malformed =
                assertInstanceOf(Outcome.None.class, within(MUCH, MUCH, MUCH).ask(S1, PROMPT));
        assertEquals(Fallback.MALFORMED, malformed.reason());
        assertTrue(malformed.detail().contains("required") || malformed.detail().contains("additional"));
        assertEquals(1, malformed.use().calls());

        model.answers(_ -> new ModelReply.Unanswered(Fallback.TRUNCATED, FakeExtractionModel.TOKENS));
        assertEquals(1_200, within(MUCH, MUCH, MUCH).ask(S1, PROMPT).use().costMicros());
        assertEquals(new Spending(5_200, 2_400), store.of(ALL));
    }

    @Test
    void estimatesNoLessThanTextsUsuallyTake() {
        assertTrue(ESTIMATE.input() > PROMPT.question().instructions().length() / 4);
        assertEquals(1_000, ESTIMATE.output());
    }

    @Test
    void readsLimitsAndPrices() {
        assertEquals(new Spending(200_000, 500_000), BudgetLimits.limit("200000/0.50"));
        assertEquals(new Spending(0, 0), BudgetLimits.limit("0/0"));
        for (String wrong : List.of("", "5", "1/", "/1", "1/1/1", "-1/1", "1/1e3", "x/1")) {
            assertThrows(IllegalArgumentException.class, () -> BudgetLimits.limit(wrong), wrong);
        }
        assertEquals(PRICE, ModelPrice.parse("1 5 0.1 1.25"));
        assertThrows(IllegalArgumentException.class, () -> ModelPrice.parse("1 5"));
        assertThrows(IllegalArgumentException.class, () -> ModelPrice.parse("1 5 -1 2"));
        assertThrows(IllegalArgumentException.class, () -> ModelPrice.parse("a b c d"));
    }

    @Test
    void knowsPricesByTheLongestName() {
        ModelPrices prices = ModelPrices.bundled();
        assertEquals(Optional.of(PRICE), prices.of("eu.anthropic.claude-haiku-4-5-20251001-v1:0"));
        assertEquals(
                25,
                prices.of("global.anthropic.claude-opus-4-5-20251101-v1:0")
                        .orElseThrow()
                        .output());
        assertEquals(
                75,
                prices.of("anthropic.claude-opus-4-1-20250805-v1:0")
                        .orElseThrow()
                        .output());
        assertEquals(0.06, prices.of("us.amazon.nova-lite-v1:0").orElseThrow().input());
        assertEquals(Optional.empty(), prices.of("meta.llama3-1-70b-instruct-v1:0"));
        assertEquals(75, prices.ofUnknown().output(), "a budget holds for a model of unknown price too");
    }

    private AskedModel within(Spending session, Spending owner, Spending day) {
        return new AskedModel(model, PRICE, new ModelBudget(store, new BudgetLimits(session, owner, day), clock));
    }

    private static SessionRef session(String id) {
        return new SessionRef(Fixtures.ADA, new SessionId(id));
    }
}
