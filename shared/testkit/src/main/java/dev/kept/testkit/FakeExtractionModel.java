package dev.kept.testkit;

import dev.kept.domain.extraction.ExtractionModel;
import dev.kept.domain.extraction.Fallback;
import dev.kept.domain.extraction.ModelQuestion;
import dev.kept.domain.extraction.ModelReply;
import dev.kept.domain.extraction.ModelTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A model that answers as a test says, and keeps what it was asked.
public final class FakeExtractionModel implements ExtractionModel {
    public static final ModelTokens TOKENS = new ModelTokens(500, 100, 2_000, 0);

    private final List<ModelQuestion> questions = new ArrayList<>();
    private Function<ModelQuestion, ModelReply> answers;

    public FakeExtractionModel() {
        this.answers = _ -> answer(Map.of("memories", List.of()));
    }

    public static ModelReply answer(Map<String, Object> form) {
        return new ModelReply.Answered(form, TOKENS);
    }

    public static ModelReply none(Fallback reason) {
        return new ModelReply.Unanswered(reason, ModelTokens.NONE);
    }

    public void answers(Function<ModelQuestion, ModelReply> next) {
        this.answers = next;
    }

    /// Finds these memories, whatever it is asked.
    public void finds(List<Map<String, Object>> memories) {
        answers(_ -> answer(Map.of("memories", memories)));
    }

    public List<ModelQuestion> questions() {
        return List.copyOf(questions);
    }

    @Override
    public String id() {
        return "fake.nova-lite";
    }

    @Override
    public ModelReply ask(ModelQuestion question) {
        questions.add(question);
        return answers.apply(question);
    }
}
