package dev.kept.application.maintenance;

import dev.kept.domain.account.AccountStore;
import dev.kept.domain.account.User;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Counts the active memories of each user, for operators: who has none is not counted.
///
/// Counting reads all of a user's memories, so it is spread over the day: each hour has its part of
/// the users, by a hash of their ids. Nothing remembers who was counted; a run that is missed leaves
/// its part out for a day. Where a part has more than {@link #USERS_MAX}, those with the lowest hashes stand for the
/// others, and they are no special ones.
public final class CountMemories {
    static final int USERS_MAX = 5_000;
    private static final int HOURS = 24;
    /// Spreads ids that differ little: Fibonacci hashing.
    private static final int GOLDEN = 0x9E3779B9;

    private final AccountStore accounts;
    private final MemoryShelf shelf;
    private final Metrics metrics;
    private final Clock clock;

    public CountMemories(AccountStore accounts, MemoryShelf shelf, Metrics metrics, Clock clock) {
        this.accounts = accounts;
        this.shelf = shelf;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// @param users that were looked at
    /// @param memories that they have together
    /// @param left users of the part that were not looked at
    public record Counted(int users, long memories, int left) {}

    /// @param all users, whatever the hour
    /// @param patience after which the rest is left
    public Counted run(boolean all, Duration patience) {
        Instant until = clock.instant().plus(patience);
        List<UserId> due = due(all);
        int users = 0;
        long memories = 0;
        while (users < Math.min(due.size(), USERS_MAX) && clock.instant().isBefore(until)) {
            memories += count(due.get(users));
            users++;
        }
        return new Counted(users, memories, due.size() - users);
    }

    private int count(UserId user) {
        int size = shelf.size(Owner.of(user));
        if (size > 0) {
            metrics.record(Metric.MEMORIES_PER_USER, size);
        }
        return size;
    }

    private List<UserId> due(boolean all) {
        int hour = clock.instant().atOffset(ZoneOffset.UTC).getHour();
        List<UserId> due = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<User> page = accounts.list(new PageRequest(PageRequest.LIMIT_MAX, cursor));
            page.items().stream()
                    .map(User::id)
                    .filter(user -> all || Integer.remainderUnsigned(hash(user), HOURS) == hour)
                    .forEach(due::add);
            cursor = page.next();
        } while (cursor.isPresent());
        due.sort(Comparator.comparingInt(CountMemories::hash));
        return due;
    }

    private static int hash(UserId user) {
        int mixed = user.value().hashCode() * GOLDEN;
        return mixed ^ mixed >>> 16;
    }
}
