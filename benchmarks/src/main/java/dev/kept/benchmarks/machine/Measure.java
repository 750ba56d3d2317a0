package dev.kept.benchmarks.machine;

import java.util.Locale;

/// What of a process must not grow for ever.
///
/// Each may grow by a share of itself or by a small fixed amount, whichever is more, in the second half of a soak. The
/// amounts are what a garbage collector, a pool of threads and connections that come and go need to breathe; a leak of
/// one kilobyte a request passes them within minutes.
public enum Measure {
    /// What is left of the heap after a full collection.
    HEAP(true, 0.05, 8),
    /// Resident memory: the heap, used or not, and all beside it.
    MEMORY(true, 0.05, 24),
    THREADS(false, 0.10, 4),
    /// Open files, without those of databases and without sockets.
    FILES(false, 0.05, 4),
    SOCKETS(false, 0.20, 8),
    /// In the process's folder for temporary files.
    TEMPORARY_FILES(false, 0, 1),
    TEMPORARY_SIZE(true, 0.05, 1);

    private static final double MEGABYTE = 1024 * 1024;

    private final boolean bytes;
    private final double share;
    private final double amount;

    Measure(boolean bytes, double share, double amount) {
        this.bytes = bytes;
        this.share = share;
        this.amount = amount;
    }

    /// In megabytes, or in pieces.
    double of(double raw) {
        return bytes ? raw / MEGABYTE : raw;
    }

    /// @param usual what it is at most times
    public double tolerated(double usual) {
        return Math.max(amount, share * usual);
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + (bytes ? " MB" : "");
    }

    /// Whether it stands for what a database holds: that grows with what is written.
    public boolean isOfStoredData(String process) {
        return (this == HEAP || this == MEMORY) && (process.equals("dynamodb") || process.equals("opensearch"));
    }
}
