package dev.kept.application.context;

import dev.kept.domain.context.Compression.Strategy;
import dev.kept.domain.context.Summarizer;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import java.util.List;

/// A model's summary of what is long. Each costs a second and some money, so only the first few
/// candidates that come to the top get one, and none after the model failed once: the other ways do
/// without it.
final class ByModel implements Shortening {
    private static final int CHARACTERS_MIN = 400;
    private static final int WORDS = 40;
    private static final int SUMMARIES_MAX = 8;
    private final Summarizer summarizer;
    private int left = SUMMARIES_MAX;

    ByModel(Summarizer summarizer) {
        this.summarizer = summarizer;
    }

    @Override
    public List<Form> of(Candidate candidate) {
        String content = candidate.subject().content();
        if (left == 0 || content.length() < CHARACTERS_MIN) {
            return List.of();
        }
        left--;
        try {
            String summary = summarizer.summarize(content, WORDS).strip();
            boolean isShorter = !summary.isEmpty() && summary.length() < content.length();
            return isShorter ? List.of(Form.shorter(summary, Strategy.MODEL, content)) : List.of();
        } catch (DependencyUnavailable | Throttled _) {
            left = 0;
            return List.of();
        }
    }
}
