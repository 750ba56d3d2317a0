package dev.kept.benchmarks.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What types and factors weigh when weights are added up: least squares, with a penalty on factors alone.
///
/// @param weights of types and of factors
record AdditiveFit(Map<String, Double> weights) {
    static AdditiveFit of(List<Weighed> examples, double penalty) {
        TreeSet<String> all = new TreeSet<>();
        examples.forEach(one -> {
            all.add(one.type());
            all.addAll(one.factors());
        });
        List<String> names = List.copyOf(all);
        double[][] equations = new double[names.size()][names.size() + 1];
        for (Weighed one : examples) {
            List<Integer> there = columns(one, names);
            for (int row : there) {
                there.forEach(column -> equations[row][column]++);
                equations[row][names.size()] += one.target();
            }
        }
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            boolean isType = examples.stream().anyMatch(one -> one.type().equals(names.get(at)));
            equations[i][i] += isType ? 0 : penalty;
        }
        return new AdditiveFit(solved(equations, names));
    }

    private static List<Integer> columns(Weighed one, List<String> names) {
        List<Integer> columns = new ArrayList<>(List.of(names.indexOf(one.type())));
        one.factors().forEach(factor -> columns.add(names.indexOf(factor)));
        return columns;
    }

    /// Gauss and Jordan, with the largest pivot.
    private static Map<String, Double> solved(double[][] equations, List<String> names) {
        int size = names.size();
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(equations[row][column]) > Math.abs(equations[pivot][column]) ? row : pivot;
            }
            double[] swapped = equations[pivot];
            equations[pivot] = equations[column];
            equations[column] = swapped;
            eliminate(equations, column);
        }
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            weights.put(names.get(i), equations[i][size] / equations[i][i]);
        }
        return weights;
    }

    private static void eliminate(double[][] equations, int column) {
        for (int row = 0; row < equations.length; row++) {
            double share = row == column ? 0 : equations[row][column] / equations[column][column];
            for (int i = column; share != 0 && i < equations[row].length; i++) {
                equations[row][i] -= share * equations[column][i];
            }
        }
    }

    double of(Weighed one) {
        return weights.getOrDefault(one.type(), 0.5)
                + one.factors().stream()
                        .mapToDouble(factor -> weights.getOrDefault(factor, 0.0))
                        .sum();
    }
}
