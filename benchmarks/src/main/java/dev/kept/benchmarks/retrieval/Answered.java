package dev.kept.benchmarks.retrieval;

import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import java.util.Map;
import java.util.Optional;

/// A question that was asked, and what the answers were worth.
///
/// @param search empty where the question has no evidence
/// @param contexts by budget in tokens; empty where the question has no evidence or no context was asked for
/// @param contextMillis by budget
/// @param foreign turns in the answers that are not of this conversation
public record Answered(
        Question question,
        String conversation,
        Optional<SearchScore> search,
        Map<Integer, ContextScore> contexts,
        double searchMillis,
        Map<Integer, Double> contextMillis,
        int results,
        int foreign) {
    public Answered {
        contexts = Map.copyOf(contexts);
        contextMillis = Map.copyOf(contextMillis);
    }
}
