package dev.kept.adapters.bedrock;

import dev.kept.domain.context.Summarizer;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.extraction.ExtractionModel;
import dev.kept.domain.extraction.Fallback;
import dev.kept.domain.extraction.ModelQuestion;
import dev.kept.domain.extraction.ModelReply;
import dev.kept.domain.extraction.ModelTokens;
import dev.kept.domain.flag.Flag;
import dev.kept.domain.flag.Flags;
import dev.kept.domain.search.Reranker;

/// Models that an operator can switch off: one that is off is as one that does not answer, which everybody who asks
/// them has another way for.
final class Switched {
    private Switched() {}

    static Reranker reranker(Reranker reranker, Flags flags) {
        return (question, passages) -> {
            requireOn(Flag.RERANK, flags);
            return reranker.relevance(question, passages);
        };
    }

    static Summarizer summarizer(Summarizer summarizer, Flags flags) {
        return (text, wordsMax) -> {
            requireOn(Flag.SUMMARIES, flags);
            return summarizer.summarize(text, wordsMax);
        };
    }

    static ExtractionModel extractionModel(ExtractionModel model, Flags flags) {
        return new SwitchedExtraction(model, flags);
    }

    private record SwitchedExtraction(ExtractionModel model, Flags flags) implements ExtractionModel {
        @Override
        public String id() {
            return model.id();
        }

        @Override
        public ModelReply ask(ModelQuestion question) {
            return flags.isOn(Flag.EXTRACTION_MODEL)
                    ? model.ask(question)
                    : new ModelReply.Unanswered(Fallback.UNAVAILABLE, ModelTokens.NONE);
        }
    }

    private static void requireOn(Flag flag, Flags flags) {
        if (!flags.isOn(flag)) {
            throw new DependencyUnavailable("bedrock " + flag.word(), new IllegalStateException("it is switched off"));
        }
    }
}
