package dev.kept.runtime.http;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.id.UserId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.idempotency.IdempotencyStore.Claim;
import dev.kept.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes the repetition of a write safe: a request that comes again with the same `Idempotency-Key` gets the reply of
/// the first, and the same key with another request is refused.
///
/// A first request that died half-way left its claim without a reply. Its repetition runs again, with the identity of
/// the first (see {@link RequestIdentity}), so that it meets what was written instead of writing it twice.
public final class Idempotent {
    private static final int FAILED = 500;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private final IdempotencyStore store;
    private final Clock clock;

    public Idempotent(IdempotencyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A write, given its request's identity.
    @FunctionalInterface
    public interface Write {
        Reply answer(Request request, RequestIdentity identity);
    }

    public Route route(Write write) {
        return request -> {
            Optional<String> key = request.header("idempotency-key");
            return key.isPresent()
                    ? once(write, request, key.get())
                    : write.answer(request, RequestIdentity.fresh(clock.instant()));
        };
    }

    private Reply once(Write write, Request request, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidRequest("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
        }
        UserId user = request.caller().userId();
        String fingerprint = fingerprint(request);
        Claim claim = store.claim(user, key, fingerprint, clock.instant());
        if (!claim.fingerprint().equals(fingerprint)) {
            throw Conflict.because("the Idempotency-Key was used for another request");
        }
        if (claim.reply().isPresent()) {
            IdempotencyStore.Reply first = claim.reply().get();
            return new Reply(first.status(), new RawJson(first.body()), Map.of("Idempotency-Replayed", "true"));
        }
        return answer(write, request, key, claim);
    }

    private Reply answer(Write write, Request request, String key, Claim claim) {
        UserId user = request.caller().userId();
        try {
            Reply reply = write.answer(request, new RequestIdentity(claim.firstSeenAt(), Optional.of(key)));
            if (reply.status() < FAILED) {
                String body = reply.status() == 204 ? "" : Json.write(reply.body());
                store.complete(user, key, new IdempotencyStore.Reply(reply.status(), body));
            }
            return reply;
        } catch (Throttled | DependencyUnavailable unknown) {
            // What was written may stand: the claim stays, so that the repetition has the same identity.
            throw unknown;
        } catch (KeptException refused) {
            store.release(user, key);
            throw refused;
        }
    }

    private static String fingerprint(Request request) {
        String text =
                request.routeKey() + "\n" + request.rawPath() + "\n" + request.rawQuery() + "\n" + request.rawBody();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
