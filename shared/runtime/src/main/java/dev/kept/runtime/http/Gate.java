package dev.kept.runtime.http;

/// Lets requests in, or does not.
@FunctionalInterface
public interface Gate {
    /// Lets every request in.
    Gate OPEN = _ -> () -> {};

    /// @throws dev.kept.domain.error.Throttled when the request may not be answered now
    Admission admit(Request request);

    /// Closed when the request is answered.
    @FunctionalInterface
    interface Admission extends AutoCloseable {
        @Override
        void close();
    }
}
