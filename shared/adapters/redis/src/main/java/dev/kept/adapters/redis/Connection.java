package dev.kept.adapters.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Resource;
import redis.clients.jedis.CommandArguments;

/// The one connection of this process, over which calls go one after the other. It is made beside the first call, which
/// does not wait for it, and made again when it broke; whoever comes before it is there finds nothing.
final class Connection implements Resource {
    private static final Executor BESIDE = Thread::startVirtualThread;

    private final RedisConfig config;
    private final String user;
    private final Supplier<String> password;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<CompletableFuture<Conversation>> opened = Optional.empty();
    private long openAgainNanos = System.nanoTime();

    /// @param password is asked for each time that a connection is made
    Connection(RedisConfig config, String user, Supplier<String> password) {
        this.config = config;
        this.user = user;
        this.password = password;
    }

    /// @throws NotConnected when there is no connection yet, or none any more
    /// @throws Refused when the answer is no
    Object say(CommandArguments command) throws IOException {
        CompletableFuture<Conversation> current = open();
        if (!current.isDone() || current.isCompletedExceptionally()) {
            throw new NotConnected();
        }
        takeTurn();
        try {
            return current.join().say(command);
        } catch (IOException e) {
            drop(current);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() throws IOException {
        try {
            if (!turn.tryLock(config.callTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("others were waited for too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// A server that is not there is tried again after a while, a connection that was there at once.
    synchronized CompletableFuture<Conversation> open() {
        boolean failed =
                opened.filter(CompletableFuture::isCompletedExceptionally).isPresent();
        if (opened.isEmpty() || (failed && System.nanoTime() - openAgainNanos > 0)) {
            openAgainNanos = System.nanoTime() + config.recovery().toNanos();
            opened = Optional.of(CompletableFuture.supplyAsync(this::begin, BESIDE));
        }
        return opened.orElseThrow();
    }

    private Conversation begin() {
        try {
            return Conversation.begin(config, user, password.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void drop(CompletableFuture<Conversation> broken) {
        if (opened.filter(broken::equals).isPresent()) {
            close();
        }
    }

    synchronized void close() {
        if (opened.isPresent()) {
            var _ = opened.get().thenAccept(Connection::end);
            opened = Optional.empty();
        }
    }

    private static void end(Conversation conversation) {
        try {
            conversation.close();
        } catch (IOException _) {
            // It is of no use any more either way.
        }
    }

    /// A snapshot holds no connection: its copies would share what is dead.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        close();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // The first call connects.
    }

    /// Without a stack trace: it is thrown in every call while there is no connection.
    static final class NotConnected extends IOException {
        private static final long serialVersionUID = 1L;

        NotConnected() {
            super("there is no connection yet");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
