package dev.kept.domain.spending;

/// An amount of a model's work.
///
/// @param costMicros millionths of the currency that prices are given in
public record Spending(long tokens, long costMicros) {
    public static final Spending NONE = new Spending(0, 0);

    public Spending plus(Spending other) {
        return new Spending(tokens + other.tokens, costMicros + other.costMicros);
    }

    public Spending minus(Spending other) {
        return new Spending(tokens - other.tokens, costMicros - other.costMicros);
    }

    /// Neither more tokens nor more money.
    public boolean fitsInto(Spending limit) {
        return tokens <= limit.tokens && costMicros <= limit.costMicros;
    }
}
