package dev.kept.domain.spending;

import dev.kept.domain.id.Owner;
import dev.kept.domain.session.SessionRef;
import java.time.LocalDate;

/// What an amount counts for.
public sealed interface SpendingScope {
    /// One session, for as long as it lasts.
    record OfSession(SessionRef session) implements SpendingScope {}

    /// All sessions of an owner, on a day in UTC.
    record OfOwner(Owner owner, LocalDate day) implements SpendingScope {}

    /// All owners of the deployment, on a day in UTC.
    record OfAll(LocalDate day) implements SpendingScope {}
}
