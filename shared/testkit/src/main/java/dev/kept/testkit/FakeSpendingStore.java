package dev.kept.testkit;

import dev.kept.domain.spending.Spending;
import dev.kept.domain.spending.SpendingScope;
import dev.kept.domain.spending.SpendingStore;
import java.util.HashMap;
import java.util.Map;

/// Amounts in memory; it forgets nothing.
public final class FakeSpendingStore implements SpendingStore {
    private final Map<SpendingScope, Spending> spent = new HashMap<>();

    @Override
    public synchronized boolean spend(SpendingScope scope, Spending amount, Spending limit) {
        Spending sum = of(scope).plus(amount);
        if (!sum.fitsInto(limit)) {
            return false;
        }
        spent.put(scope, sum);
        return true;
    }

    @Override
    public synchronized void correct(SpendingScope scope, Spending difference) {
        spent.put(scope, of(scope).plus(difference));
    }

    @Override
    public synchronized Spending of(SpendingScope scope) {
        return spent.getOrDefault(scope, Spending.NONE);
    }
}
