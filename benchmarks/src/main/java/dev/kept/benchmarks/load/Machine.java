package dev.kept.benchmarks.load;

/// What a run ran on.
final class Machine {
    private Machine() {}

    static String text() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.arch") + ", Java "
                + Runtime.version();
    }
}
