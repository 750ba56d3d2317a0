package dev.kept.benchmarks.retrieval;

import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import dev.kept.benchmarks.retrieval.NeutralConversation.Said;
import dev.kept.benchmarks.retrieval.Subject.Passage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Asks a subject every question of some conversations.
///
/// @param limit results of a search that are looked at
/// @param budgets of the contexts, in tokens; none: only search is asked
/// @param threads that ask at a time
public record Evaluation(int limit, List<Integer> budgets, int threads) {
    public static final int LIMIT = 20;
    public static final List<Integer> BUDGETS = List.of(500, 1_000, 2_000, 4_000);

    public Evaluation {
        budgets = List.copyOf(budgets);
    }

    /// In the order of the questions.
    public List<Answered> ask(Subject subject, List<NeutralConversation> conversations) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Answered>> answers = conversations.stream()
                    .flatMap(conversation -> conversation.questions().stream()
                            .map(question -> pool.submit(() -> answered(subject, conversation, question))))
                    .toList();
            return answers.stream().map(Evaluation::result).toList();
        }
    }

    private Answered answered(Subject subject, NeutralConversation conversation, Question question) {
        Timed<List<List<String>>> found = Timed.of(() -> subject.search(conversation, question, limit));
        Map<Integer, Timed<Passage>> passages = new HashMap<>();
        for (int budget : budgets) {
            passages.put(budget, Timed.of(() -> subject.context(conversation, question, budget)));
        }
        return new Answered(
                question,
                conversation.id(),
                question.hasEvidence()
                        ? Optional.of(SearchScore.of(found.value(), question.evidence()))
                        : Optional.empty(),
                question.hasEvidence() ? scores(question, passages) : Map.of(),
                found.millis(),
                passages.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().millis())),
                found.value().size(),
                foreign(
                        conversation,
                        found.value(),
                        passages.values().stream().map(Timed::value).toList()));
    }

    private static Map<Integer, ContextScore> scores(Question question, Map<Integer, Timed<Passage>> passages) {
        Map<Integer, ContextScore> scores = new HashMap<>();
        passages.forEach((budget, timed) -> scores.put(
                budget, ContextScore.of(timed.value().text(), timed.value().turns(), question.evidence(), budget)));
        return scores;
    }

    private static int foreign(NeutralConversation conversation, List<List<String>> results, List<Passage> passages) {
        Set<String> own = conversation.turns().map(Said::id).collect(Collectors.toSet());
        long found = results.stream()
                .flatMap(List::stream)
                .filter(turn -> !own.contains(turn))
                .count();
        long handed = passages.stream()
                .flatMap(passage -> passage.turns().stream())
                .filter(turn -> !own.contains(turn))
                .count();
        return Math.toIntExact(found + handed);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private record Timed<T>(T value, double millis) {
        static <T> Timed<T> of(Supplier<T> call) {
            long begin = System.nanoTime();
            T value = call.get();
            return new Timed<>(value, (System.nanoTime() - begin) / 1e6);
        }
    }
}
