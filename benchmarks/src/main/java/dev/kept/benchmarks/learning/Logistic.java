package dev.kept.benchmarks.learning;

import dev.kept.benchmarks.BenchFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/// A multinomial logistic regression with an L2 penalty, trained by OpenNLP's quasi-Newton trainer.
///
/// @param outcomes in the order of the weights
/// @param weights by trait; {@link #BASE} is there always
record Logistic(List<String> outcomes, Map<String, double[]> weights) {
    static final String BASE = "(base)";
    private static final int ITERATIONS = 300;

    /// Where {@link AbstractModel#getDataStructures} has the traits.
    private static final int TRAITS = 1;

    /// @param penalty of the sum of squared weights
    /// @param cutoff traits seen less often are left out
    static Logistic fit(List<Example> examples, List<String> outcomes, double penalty, int cutoff) {
        Map<String, Integer> seen = new HashMap<>();
        examples.forEach(example -> example.traits().keySet().forEach(trait -> seen.merge(trait, 1, Integer::sum)));
        List<Event> events = new ArrayList<>();
        for (Example example : examples) {
            Event event = event(example, seen, cutoff);
            events.addAll(Collections.nCopies(example.times(), event));
        }
        return read(train(events, penalty), outcomes);
    }

    private static Event event(Example example, Map<String, Integer> seen, int cutoff) {
        List<String> names = new ArrayList<>(List.of(BASE));
        List<Float> values = new ArrayList<>(List.of(1f));
        new TreeMap<>(example.traits()).forEach((trait, value) -> {
            if (seen.getOrDefault(trait, 0) >= cutoff && value > 0) {
                names.add(trait);
                values.add(value.floatValue());
            }
        });
        float[] strengths = new float[values.size()];
        for (int i = 0; i < strengths.length; i++) {
            strengths[i] = values.get(i);
        }
        return new Event(example.outcome(), names.toArray(new String[0]), strengths);
    }

    private static AbstractModel train(List<Event> events, double penalty) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put("DataIndexer", "OnePassRealValue");
        parameters.put("PrintMessages", false);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, penalty);
        try {
            EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
            return (AbstractModel) trainer.train(ObjectStreamUtils.createObjectStream(events));
        } catch (IOException e) {
            throw new BenchFailed("training failed: " + e.getMessage());
        }
    }

    private static Logistic read(AbstractModel model, List<String> outcomes) {
        @SuppressWarnings("unchecked")
        Map<String, Context> traits = (Map<String, Context>) model.getDataStructures()[TRAITS];
        Map<String, double[]> weights = new TreeMap<>();
        traits.forEach((trait, context) -> weights.put(trait, row(context, model, outcomes)));
        return new Logistic(outcomes, weights);
    }

    private static double[] row(Context context, AbstractModel model, List<String> outcomes) {
        double[] row = new double[outcomes.size()];
        for (int i = 0; i < context.getOutcomes().length; i++) {
            row[outcomes.indexOf(model.getOutcome(context.getOutcomes()[i]))] = context.getParameters()[i];
        }
        return row;
    }

    /// The probabilities of the outcomes.
    List<Double> probabilities(Map<String, Double> traits) {
        double[] sums = weights.getOrDefault(BASE, new double[outcomes.size()]).clone();
        traits.forEach((trait, value) -> {
            double[] row = weights.getOrDefault(trait, new double[outcomes.size()]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += value * row[i];
            }
        });
        double all = Arrays.stream(sums).map(Math::exp).sum();
        return Arrays.stream(sums).mapToObj(sum -> Math.exp(sum) / all).toList();
    }
}
