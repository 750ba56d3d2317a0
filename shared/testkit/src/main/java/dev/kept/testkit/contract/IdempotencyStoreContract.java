package dev.kept.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.id.UserId;
import dev.kept.domain.idempotency.IdempotencyStore.Claim;
import dev.kept.domain.idempotency.IdempotencyStore.Reply;
import dev.kept.testkit.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What an {@link dev.kept.domain.idempotency.IdempotencyStore} promises.
public abstract class IdempotencyStoreContract extends StoreContract {
    private static final UserId ADA = new UserId("ada");
    private static final String KEY = "a key with spaces, # and 漢字";

    @Test
    void theFirstClaimIsMine() {
        Instant first = clock.instant();
        assertEquals(new Claim(first, "f1", Optional.empty(), true), claim("f1"));
        clock.advance(Duration.ofSeconds(5));
        assertEquals(new Claim(first, "f1", Optional.empty(), false), claim("f2"));
        assertTrue(stores().idempotency()
                .claim(new UserId("grace"), KEY, "f1", clock.instant())
                .mine());
    }

    @Test
    void repeatsGetTheReply() {
        claim("f1");
        Reply reply = new Reply(202, "{\"text\": \"漢字\"}");
        stores().idempotency().complete(ADA, KEY, reply);
        assertEquals(Optional.of(reply), claim("f1").reply());
    }

    @Test
    void takesTheLargestReply() {
        claim("f1");
        Reply reply = new Reply(200, "漢".repeat(400_000));
        stores().idempotency().complete(ADA, KEY, reply);
        assertEquals(Optional.of(reply), claim("f1").reply());
    }

    @Test
    void forgetsAfterADay() {
        claim("f1");
        stores().idempotency().complete(ADA, KEY, new Reply(200, "{}"));
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertFalse(claim("f2").mine());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(new Claim(clock.instant(), "f2", Optional.empty(), true), claim("f2"));
    }

    @Test
    void aReleasedKeyCanBeClaimedAgain() {
        claim("f1");
        stores().idempotency().release(ADA, KEY);
        assertTrue(claim("f2").mine());
    }

    @Test
    void whatIsCompleteIsNotReleased() {
        claim("f1");
        stores().idempotency().complete(ADA, KEY, new Reply(200, "{}"));
        stores().idempotency().release(ADA, KEY);
        assertFalse(claim("f1").mine());
    }

    @Test
    void oneOfManyClaimsWins() {
        List<Callable<Claim>> claims = Collections.nCopies(8, () -> claim("f1"));
        assertEquals(1, Together.run(claims).stream().filter(Claim::mine).count());
    }

    private Claim claim(String fingerprint) {
        return stores().idempotency().claim(ADA, KEY, fingerprint, clock.instant());
    }
}
