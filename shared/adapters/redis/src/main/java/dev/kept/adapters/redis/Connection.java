package dev.kept.adapters.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crac.Context;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import redis.clients.jedis.CommandArguments;

/// The one connection of this process, over which calls go one after the other. It is made beside the first call, which
/// does not wait for it, and made again when it broke; whoever comes before it is there finds nothing.
final class Connection implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Executor BESIDE = Thread::startVirtualThread;

    private final RedisConfig config;
    private final String user;
    private final Supplier<String> password;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<CompletableFuture<Conversation>> opened = Optional.empty();
    private long openAgainNanos = System.nanoTime();
    /// Whether there was none to be had the last time that it was tried.
    private volatile boolean lost;

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
            throw new NotConnected(lost);
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
            opened = Optional.of(CompletableFuture.supplyAsync(this::begin, BESIDE)
                    .whenComplete((_, failure) -> tell(Optional.ofNullable(failure))));
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

    /// Says that there is no connection to be had, once until there is one again. What went wrong is told by its kind,
    /// as
    /// its words may name the server or the user; an error is a fault of the package, and is told in full.
    private synchronized void tell(Optional<Throwable> failure) {
        if (failure.isPresent() && !lost) {
            List<Throwable> causes = causes(failure);
            LoggingEventBuilder line = LOG.atWarn().addKeyValue("cause", kind(causes.getLast()));
            Optional<Throwable> fault =
                    causes.stream().filter(Error.class::isInstance).findFirst();
            fault.map(line::setCause).orElse(line).log("cache.connection.failed");
        }
        lost = failure.isPresent();
    }

    private static List<Throwable> causes(Optional<Throwable> failure) {
        return Stream.iterate(failure, Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String kind(Throwable cause) {
        return cause instanceof Refused refused
                ? refused.code()
                : cause.getClass().getSimpleName();
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

        private final boolean lost;

        /// @param lost false while the first is being made
        NotConnected(boolean lost) {
            super("there is no connection");
            this.lost = lost;
        }

        boolean isLost() {
            return lost;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
