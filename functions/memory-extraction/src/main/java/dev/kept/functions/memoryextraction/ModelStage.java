package dev.kept.functions.memoryextraction;

import dev.kept.application.extraction.found.Extractor;
import dev.kept.application.extraction.model.AskedModel;
import dev.kept.application.extraction.model.BudgetLimits;
import dev.kept.application.extraction.model.ModelBudget;
import dev.kept.application.extraction.model.ModelPrice;
import dev.kept.application.extraction.model.ModelPrices;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.pipeline.ModelExtractor;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.ExtractionModel;
import dev.kept.domain.spending.SpendingStore;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a model on top of the rules, where one is configured.
@Singleton
final class ModelStage {
    private static final Logger LOG = LoggerFactory.getLogger(ModelStage.class);

    private final Optional<AskedModel> model;
    private final Redactor redactor;

    /// @param foundationModel what an inference profile leads to, and so what it costs
    /// @param prices override the known ones; empty for those
    ModelStage(
            Optional<ExtractionModel> model,
            SpendingStore spending,
            Limits limits,
            @Value("${kept.extraction.foundation.model:}") String foundationModel,
            @Value("${kept.extraction.prices:}") String prices,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        this.redactor = Redactor.forPolicy(redactPersonal);
        ModelBudget budget = new ModelBudget(spending, limits.read(), Clock.systemUTC());
        this.model = model.map(
                it -> new AskedModel(it, price(foundationModel.isEmpty() ? it.id() : foundationModel, prices), budget));
    }

    /// Tokens and cost, as in the template's parameters.
    @Singleton
    record Limits(
            @Value("${kept.extraction.session.budget:200000/0.50}")
            String perSession,

            @Value("${kept.extraction.owner.budget:1000000/2.00}")
            String perOwnerDay,

            @Value("${kept.extraction.day.budget:10000000/20.00}")
            String perDay) {
        BudgetLimits read() {
            return new BudgetLimits(
                    BudgetLimits.limit(perSession), BudgetLimits.limit(perOwnerDay), BudgetLimits.limit(perDay));
        }
    }

    Extractor on(ExtractionPipeline rules) {
        return model.<Extractor>map(it -> new ModelExtractor(it, rules, redactor))
                .orElse(rules);
    }

    private static ModelPrice price(String modelId, String override) {
        if (!override.isEmpty()) {
            return ModelPrice.parse(override);
        }
        ModelPrices known = ModelPrices.bundled();
        return known.of(modelId).orElseGet(() -> {
            LOG.atWarn().addKeyValue("model", modelId).log("extraction.model.price.unknown");
            return known.ofUnknown();
        });
    }
}
