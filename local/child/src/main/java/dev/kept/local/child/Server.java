package dev.kept.local.child;

/// One local server, as its main class describes it to [ChildProcess].
@FunctionalInterface
public interface Server {

    /// Starts to serve on `127.0.0.1` only, and returns when requests are answered. What it gives back stops the
    /// server; it is closed once, when the process ends in an orderly way.
    AutoCloseable start(Arguments arguments) throws Exception;
}
