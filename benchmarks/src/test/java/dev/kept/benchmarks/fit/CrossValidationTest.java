package dev.kept.benchmarks.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.search.Signal;
import dev.kept.application.search.Signals;
import dev.kept.benchmarks.fit.Sample.Option;
import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final List<Signal> TWO = List.of(Signal.SEMANTIC, Signal.KEYWORD);

    /// The answer is what is strong by meaning; words are noise.
    private final CrossValidation validation = new CrossValidation(samples());

    @Test
    void findsTheSignalThatTells() {
        Map<Signal, Double> weights = validation.fittedOnAll(TWO);
        assertEquals(TWO, List.copyOf(weights.keySet()));
        assertTrue(
                weights.getOrDefault(Signal.SEMANTIC, 0.0) > 5 * Math.abs(weights.getOrDefault(Signal.KEYWORD, 0.0)));
    }

    @Test
    void scoresConversationsThatWereHeldOut() {
        assertEquals(1, validation.heldOut(TWO).ndcgAt10(), 0.01);
        assertTrue(validation.heldOut(List.of(Signal.KEYWORD)).ndcgAt10() < 0.7);
    }

    @Test
    void theSameSamplesGiveTheSameWeights() {
        assertEquals(validation.fittedOnAll(TWO), new CrossValidation(samples()).fittedOnAll(TWO));
    }

    @Test
    void aQuestionWhoseAnswerIsNoCandidateTeachesNothing() {
        List<Sample> samples = new ArrayList<>(samples());
        samples.add(new Sample(
                "c0",
                new Question("q", "?", "1", List.of("t_elsewhere")),
                samples.getFirst().options()));
        assertEquals(validation.fittedOnAll(TWO), new CrossValidation(samples).fittedOnAll(TWO));
    }

    private static List<Sample> samples() {
        Random random = new Random(7);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Option> options = new ArrayList<>();
            for (int j = 0; j < 30; j++) {
                double meaning = j == 0 ? 1 : 0.8 * random.nextDouble();
                double words = random.nextDouble();
                Signals signals = Signals.of(
                        signal -> signal == Signal.SEMANTIC ? meaning : signal == Signal.KEYWORD ? words : 0);
                options.add(new Option(List.of("t" + j), signals));
            }
            samples.add(new Sample("c" + i % 4, new Question("q" + i, "?", "1", List.of("t0")), options));
        }
        return samples;
    }
}
