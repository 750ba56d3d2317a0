package dev.kept.application.extraction.model;

import dev.kept.domain.extraction.ExtractionModel;
import dev.kept.domain.extraction.Fallback;
import dev.kept.domain.extraction.ModelQuestion;
import dev.kept.domain.extraction.ModelReply;
import dev.kept.domain.extraction.ModelTokens;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.spending.Spending;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A model within its budget, whose answers follow the form or are none.
public final class AskedModel {
    private final ExtractionModel model;
    private final ModelPrice price;
    private final ModelBudget budget;

    public AskedModel(ExtractionModel model, ModelPrice price, ModelBudget budget) {
        this.model = model;
        this.price = price;
        this.budget = budget;
    }

    /// How a question ended.
    public sealed interface Outcome {
        ModelUse use();

        record Answer(Reply reply, ModelUse use) implements Outcome {}

        /// @param detail for the log; empty when the reason says it all
        record None(Fallback reason, String detail, ModelUse use) implements Outcome {}
    }

    public String id() {
        return model.id();
    }

    public Outcome ask(SessionRef session, ExtractionPrompt prompt) {
        ModelQuestion question = prompt.question();
        ModelTokens estimate = estimate(question);
        Optional<ModelBudget.Reservation> reserved = budget.reserve(session, spending(estimate));
        if (reserved.isEmpty()) {
            return new Outcome.None(Fallback.BUDGET, "", ModelUse.NONE);
        }
        ModelReply reply = model.ask(question);
        ModelTokens took = took(reply, estimate);
        budget.settle(reserved.get(), spending(took));
        return outcome(reply, use(took));
    }

    /// Whoever gives up waiting is charged for the question all the same, and is not told how much.
    private static ModelTokens took(ModelReply reply, ModelTokens estimate) {
        boolean unknown = reply instanceof ModelReply.Unanswered(Fallback reason, ModelTokens tokens)
                && reason == Fallback.TIMEOUT
                && tokens.equals(ModelTokens.NONE);
        return unknown ? new ModelTokens(estimate.input(), 0, 0, 0) : reply.tokens();
    }

    private static Outcome outcome(ModelReply reply, ModelUse use) {
        return switch (reply) {
            case ModelReply.Unanswered(Fallback reason, ModelTokens _) -> new Outcome.None(reason, "", use);
            case ModelReply.Answered(var form, ModelTokens _) ->
                switch (ReplyForm.read(form)) {
                    case ReplyForm.Reading.Valid(Reply valid) -> new Outcome.Answer(valid, use);
                    case ReplyForm.Reading.Invalid(String fault) -> new Outcome.None(Fallback.MALFORMED, fault, use);
                };
        };
    }

    /// Rather too high: three bytes a token, where English takes four and scripts without spaces take three, and the
    /// longest reply that is allowed.
    static ModelTokens estimate(ModelQuestion question) {
        long input = tokens(question.instructions())
                + tokens(question.text())
                + tokens(question.form().schema().toString());
        return new ModelTokens(input, question.outputTokensMax(), 0, 0);
    }

    private static long tokens(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length / 3L + 1;
    }

    private Spending spending(ModelTokens tokens) {
        return new Spending(tokens.total(), price.costMicros(tokens));
    }

    private ModelUse use(ModelTokens tokens) {
        return tokens.equals(ModelTokens.NONE)
                ? ModelUse.NONE
                : new ModelUse(
                        1,
                        tokens.input() + tokens.cacheWrite(),
                        tokens.output(),
                        tokens.cacheRead(),
                        price.costMicros(tokens));
    }
}
