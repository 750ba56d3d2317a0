package dev.kept.runtime.rate;

import dev.kept.domain.rate.Drawing;
import dev.kept.domain.rate.Drawn;
import dev.kept.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;

/// The tokens of one bucket that this process holds, as other processes hold others of it.
///
/// Tokens are drawn from the bucket for some seconds ahead, twice as many as were used since the last time, so that a
/// busy key soon costs few writes, and an idle one holds nothing that others lack. A request that finds none is let in
/// on credit while the next are drawn, so that it does not wait; what it owes is taken with them. Only a bucket that
/// was found empty is asked before the next request is let in.
///
/// So what may be asked is kept to on the whole and exceeded for a moment: by one request of each process that did not
/// know that the bucket was empty, which is paid for later, and by the tokens held, which are used up to {@link #LEASE}
/// after they were drawn.
final class Purse {
    static final Duration LEASE = Duration.ofSeconds(10);
    /// A process holds at most this part of a bucket.
    private static final int PART = 10;

    private final RateLimit limit;
    private int held;
    private Instant heldUntil = Instant.EPOCH;
    private int used;
    private int owed;
    private Instant emptyUntil = Instant.EPOCH;
    private boolean foundEmpty;
    private boolean drawing;

    Purse(RateLimit limit) {
        this.limit = limit;
    }

    /// How a request is let in.
    enum Entry {
        PAID,
        /// And whoever asked draws tokens now.
        ON_CREDIT,
        /// Once it has drawn a token.
        AFTER_DRAWING,
        REFUSED
    }

    synchronized Entry enter(Instant now) {
        if (now.isBefore(emptyUntil)) {
            return Entry.REFUSED;
        }
        if (held > 0 && now.isBefore(heldUntil)) {
            held--;
            used++;
            return Entry.PAID;
        }
        if (foundEmpty || owed >= limit.burst()) {
            return Entry.AFTER_DRAWING;
        }
        owed++;
        used++;
        // Tokens that are on their way will not be enough for this one; it is paid with those after.
        Entry entry = drawing ? Entry.PAID : Entry.ON_CREDIT;
        drawing = true;
        return entry;
    }

    /// Lets in a request for which a token was drawn, unless there was none. Another request may have taken it since;
    /// then this one owes its own.
    synchronized Entry enterAfterDrawing(Instant now) {
        if (held == 0 && now.isBefore(emptyUntil)) {
            return Entry.REFUSED;
        }
        if (held > 0) {
            held--;
        } else {
            owed++;
        }
        used++;
        return Entry.PAID;
    }

    synchronized Duration emptyFor(Instant now) {
        return Duration.between(now, emptyUntil);
    }

    /// @param atLeast tokens that are wanted now
    synchronized Drawing begin(int atLeast, Instant now) {
        int lately = now.isBefore(heldUntil) ? used : 0;
        int ahead = Math.min(2 * lately, Math.max(1, limit.burst() / PART));
        Drawing begun = new Drawing(limit, owed, Math.max(atLeast, ahead));
        owed = 0;
        used = 0;
        return begun;
    }

    synchronized void end(Drawn drawn, Instant now) {
        drawing = false;
        held = drawn.granted() + (now.isBefore(heldUntil) ? held : 0);
        heldUntil = now.plus(LEASE);
        foundEmpty = drawn.nextAt().isAfter(now);
        emptyUntil = foundEmpty && held == 0 ? drawn.nextAt() : Instant.EPOCH;
    }

    /// Nobody knows what the bucket holds.
    synchronized void giveUp() {
        drawing = false;
        foundEmpty = false;
        emptyUntil = Instant.EPOCH;
    }
}
