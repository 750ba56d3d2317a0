package dev.kept.local.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A function that is ready to be invoked, by any number of threads at a time.
record LoadedFunction(FunctionDeclaration declaration, Invocable handler) implements HostedFunction {

    /// Waits for the handler at most for the function's timeout. A handler that is late is interrupted, but unlike in
    /// AWS
    /// its process lives on, since it is shared.
    @Override
    public InvocationResult invoke(String requestId, byte[] event) {
        Duration limit = Duration.ofSeconds(declaration.timeoutSeconds());
        var context =
                new InvocationContext(declaration, requestId, Instant.now().plus(limit));
        var invocation = new FutureTask<>(() -> run(event, context));
        thread().name(declaration.name()).start(invocation);
        try {
            return InvocationResult.reply(invocation.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return failed(requestId, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException _) {
            invocation.cancel(true);
            return InvocationResult.timedOut(requestId, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            invocation.cancel(true);
            return InvocationResult.failure(e);
        }
    }

    /// Work that nobody waits for gives way to requests, since it has no processors of its own as in
    /// AWS. On a virtual thread it would keep one from them until it is done: those have one carrier
    /// for each processor, and only what waits lets go of it.
    ///
    /// The system heeds the priority because of `-XX:ThreadPriorityPolicy=1`. That would lift the
    /// threads of the compiler above those of requests where the process may do so, which
    /// `-XX:CompilerThreadPriority=0` prevents.
    @SuppressWarnings("ThreadPriorityCheck") // Nothing is right or wrong by it, only sooner or later.
    private Thread.Builder thread() {
        return declaration.background()
                ? Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY)
                : Thread.ofVirtual();
    }

    private String run(byte[] event, InvocationContext context) throws Exception {
        var reply = new ByteArrayOutputStream();
        handler.invoke(new ByteArrayInputStream(event), reply, context);
        return reply.toString(StandardCharsets.UTF_8);
    }

    /// Logged as Lambda does for whatever a handler throws: without it, the cause would be lost to the caller's own
    /// message.
    private InvocationResult failed(String requestId, Throwable failure) {
        System.err.println(declaration.name() + " failed, request " + requestId);
        failure.printStackTrace();
        return InvocationResult.failure(failure);
    }
}
