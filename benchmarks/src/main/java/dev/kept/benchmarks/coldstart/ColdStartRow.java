package dev.kept.benchmarks.coldstart;

/// A function's figures, each the median of all runs.
///
/// @param bare a handler with the same jars and clients, and nothing else
/// @param restored what the first event takes in a process that rehearsed before the snapshot
record ColdStartRow(String function, long packageBytes, ColdStart own, ColdStart bare, ColdStart restored) {
    double toBare() {
        return (double) own.processor().toMillis() / bare.processor().toMillis();
    }

    double left() {
        return (double) restored.processor().toMillis() / own.processor().toMillis();
    }
}
