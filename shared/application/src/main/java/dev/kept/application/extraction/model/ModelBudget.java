package dev.kept.application.extraction.model;

import dev.kept.domain.session.SessionRef;
import dev.kept.domain.spending.Spending;
import dev.kept.domain.spending.SpendingScope;
import dev.kept.domain.spending.SpendingStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds a model below its limits: an estimate is reserved before each question, and replaced by what it took.
///
/// Each scope is a counter of its own, reserved one after the other; when one refuses, those before it are given back.
/// A process that dies in between leaves its reservation standing: then less is asked than might be, never more.
public final class ModelBudget {
    private final SpendingStore store;
    private final BudgetLimits limits;
    private final Clock clock;

    public ModelBudget(SpendingStore store, BudgetLimits limits, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /// An amount that is set aside.
    public record Reservation(List<SpendingScope> scopes, Spending amount) {
        public Reservation {
            scopes = List.copyOf(scopes);
        }
    }

    /// Empty when a limit would be passed.
    public Optional<Reservation> reserve(SessionRef session, Spending estimate) {
        List<SpendingScope> reserved = new ArrayList<>();
        for (Map.Entry<SpendingScope, Spending> limit : limits(session).entrySet()) {
            if (!store.spend(limit.getKey(), estimate, limit.getValue())) {
                settle(new Reservation(reserved, estimate), Spending.NONE);
                return Optional.empty();
            }
            reserved.add(limit.getKey());
        }
        return Optional.of(new Reservation(reserved, estimate));
    }

    /// Counts what it took instead of what was reserved.
    public void settle(Reservation reservation, Spending took) {
        Spending difference = took.minus(reservation.amount());
        reservation.scopes().forEach(scope -> store.correct(scope, difference));
    }

    private Map<SpendingScope, Spending> limits(SessionRef session) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<SpendingScope, Spending> scopes = new LinkedHashMap<>();
        scopes.put(new SpendingScope.OfSession(session), limits.perSession());
        scopes.put(new SpendingScope.OfOwner(session.owner(), today), limits.perOwnerDay());
        scopes.put(new SpendingScope.OfAll(today), limits.perDay());
        return scopes;
    }
}
