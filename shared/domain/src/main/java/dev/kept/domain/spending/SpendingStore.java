package dev.kept.domain.spending;

/// Counts what was spent. Amounts of past days are forgotten after some weeks, those of sessions after some months.
public interface SpendingStore {
    /// Adds an amount if the sum stays within a limit, as one step: of two callers who would pass it only together,
    /// one is refused.
    ///
    /// @return whether it was added
    boolean spend(SpendingScope scope, Spending amount, Spending limit);

    /// Adds the difference between what was reserved and what it took in the end. It may be negative, and is not held
    /// against any limit.
    void correct(SpendingScope scope, Spending difference);

    /// What was spent so far; {@link Spending#NONE} at first.
    Spending of(SpendingScope scope);
}
