package dev.kept.benchmarks.fit;

import dev.kept.application.search.Signal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/// The weights under which the answers of all questions are likeliest, when each candidate is as likely as the
/// exponential of its score. The loss is convex: there is one optimum, whatever the start.
///
/// Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach (2007): top-one ListNet, with the answers
/// as the target.
final class ListwiseFit {
    /// Keeps a signal that is hardly ever seen from getting a huge weight.
    private static final double RIDGE = 1e-3;

    private static final int EVALUATIONS = 2_000;
    private static final double PRECISION = 1e-9;

    private final List<Problem> problems;
    private final List<Signal> signals;

    ListwiseFit(List<Sample> samples, List<Signal> signals) {
        this.signals = List.copyOf(signals);
        this.problems = samples.stream()
                .filter(sample -> sample.answers().length > 0)
                .map(sample -> new Problem(features(sample), sample.answers()))
                .toList();
    }

    /// The options of a question, by their features, and which of them answer it.
    private static final class Problem {
        private final double[][] features;
        private final int[] answers;

        Problem(double[][] features, int... answers) {
            this.features = features;
            this.answers = answers;
        }
    }

    private double[][] features(Sample sample) {
        return sample.options().stream()
                .map(option ->
                        signals.stream().mapToDouble(option.signals()::of).toArray())
                .toArray(double[][]::new);
    }

    Map<Signal, Double> weights() {
        MultivariateFunction loss = this::loss;
        MultivariateVectorFunction gradient = this::gradient;
        var optimizer = new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE, new SimpleValueChecker(PRECISION, PRECISION));
        double[] fitted = optimizer
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new ObjectiveFunction(loss),
                        new ObjectiveFunctionGradient(gradient),
                        GoalType.MINIMIZE,
                        new InitialGuess(new double[signals.size()]))
                .getPoint();
        Map<Signal, Double> weights = new EnumMap<>(Signal.class);
        for (double weight : fitted) {
            weights.put(signals.get(weights.size()), weight);
        }
        return weights;
    }

    private double loss(double[] weights) {
        double loss = 0;
        for (Problem problem : problems) {
            double[] likely = likelihoods(problem, weights);
            for (int answer : problem.answers) {
                loss -= Math.log(likely[answer]) / problem.answers.length;
            }
        }
        double ridge = 0;
        for (double weight : weights) {
            ridge += weight * weight;
        }
        return loss / problems.size() + RIDGE * ridge;
    }

    private double[] gradient(double[] weights) {
        double[] gradient = new double[weights.length];
        for (Problem problem : problems) {
            double[] likely = likelihoods(problem, weights);
            for (int answer : problem.answers) {
                add(gradient, problem.features[answer], -1.0 / problem.answers.length);
            }
            for (int i = 0; i < likely.length; i++) {
                add(gradient, problem.features[i], likely[i]);
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = gradient[i] / problems.size() + 2 * RIDGE * weights[i];
        }
        return gradient;
    }

    private static void add(double[] sum, double[] features, double times) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * features[i];
        }
    }

    /// A softmax over the options.
    private static double[] likelihoods(Problem problem, double[] weights) {
        double[] likely = new double[problem.features.length];
        for (int i = 0; i < likely.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                likely[i] += weights[j] * problem.features[i][j];
            }
        }
        double greatest = Arrays.stream(likely).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < likely.length; i++) {
            likely[i] = Math.exp(likely[i] - greatest);
            sum += likely[i];
        }
        for (int i = 0; i < likely.length; i++) {
            likely[i] /= sum;
        }
        return likely;
    }
}
