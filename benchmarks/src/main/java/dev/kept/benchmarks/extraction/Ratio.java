package dev.kept.benchmarks.extraction;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Shares, rounded and written as `score.py` does it.
final class Ratio {
    private static final int DIGITS = 4;
    private static final int SHOWN = 3;

    private Ratio() {}

    /// Not a number where there is nothing to take a share of.
    static double of(long some, long all) {
        return all == 0 ? Double.NaN : rounded((double) some / all, DIGITS);
    }

    static double harmonicMean(double one, double other) {
        return one > 0 && other > 0 ? rounded(2 * one * other / (one + other), DIGITS) : 0;
    }

    static double rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }

    static String text(double value) {
        return Double.isNaN(value)
                ? "-"
                : new BigDecimal(value).setScale(SHOWN, RoundingMode.HALF_EVEN).toPlainString();
    }
}
