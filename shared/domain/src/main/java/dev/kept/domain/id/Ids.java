package dev.kept.domain.id;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;

/// Makes identifiers that sort by time: a ULID (48 bits of milliseconds, 80 random bits, 26 characters of Crockford's
/// base 32; https://github.com/ulid/spec) behind a short prefix that tells what it names.
///
/// An id can also be derived from a seed. The same seed and time give the same id, so work that is done again after a
/// crash writes the same records instead of new ones.
public final class Ids {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 26;
    private static final int RANDOM_BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public SessionId session() {
        return new SessionId("s_" + random());
    }

    public MemoryId memory() {
        return new MemoryId("m_" + random());
    }

    public OperationId operation() {
        return new OperationId("o_" + random());
    }

    public ContextId context() {
        return new ContextId("c_" + random());
    }

    public DocumentId document() {
        return new DocumentId("d_" + random());
    }

    public EditionId edition() {
        return new EditionId("k_" + random());
    }

    /// An id for the next turn of a session.
    ///
    /// @return an id that sorts after `previous`, even when the clock went back
    public TurnId turnAfter(TurnId previous) {
        TurnId candidate = turn();
        return candidate.compareTo(previous) > 0 ? candidate : successor(previous);
    }

    public TurnId turn() {
        return new TurnId("t_" + random());
    }

    /// The memory that a piece of work makes: the same again when the work is repeated.
    public static MemoryId memory(Instant at, String seed) {
        return new MemoryId("m_" + derived(at, seed));
    }

    /// The document that a request makes: the same again when the request is repeated.
    public static DocumentId document(Instant at, String seed) {
        return new DocumentId("d_" + derived(at, seed));
    }

    /// The session that a request makes: the same again when the request is repeated with its idempotency key.
    public static SessionId session(Instant at, String seed) {
        return new SessionId("s_" + derived(at, seed));
    }

    /// The context that answers a request: the same request again is the same context, in its next
    /// version when what it is built from has changed. It names a question rather than a moment, so
    /// it does not sort by time.
    public static ContextId context(String seed) {
        return new ContextId("c_" + derived(Instant.EPOCH, seed));
    }

    /// When the id was made, to the millisecond, for ids made here.
    public static Instant time(String id) {
        String text = id.substring(id.indexOf('_') + 1, id.indexOf('_') + 11);
        return Instant.ofEpochMilli(decode(text).longValue());
    }

    private static TurnId successor(TurnId previous) {
        BigInteger value = decode(previous.value().substring(2));
        return new TurnId("t_" + encode(value.add(BigInteger.ONE)));
    }

    private static BigInteger decode(String text) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            value = value.shiftLeft(5).or(BigInteger.valueOf(Arrays.binarySearch(ALPHABET, text.charAt(i))));
        }
        return value;
    }

    private String random() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return encode(clock.instant(), random);
    }

    private static String derived(Instant at, String seed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return encode(at, Arrays.copyOf(hash, RANDOM_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String encode(Instant at, byte[] random) {
        BigInteger time = BigInteger.valueOf(at.toEpochMilli()).shiftLeft(RANDOM_BYTES * 8);
        return encode(time.or(new BigInteger(1, random)));
    }

    private static String encode(BigInteger value) {
        char[] text = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int digit = value.shiftRight(5 * (LENGTH - 1 - i)).intValue() & 31;
            text[i] = ALPHABET[digit];
        }
        return new String(text);
    }
}
