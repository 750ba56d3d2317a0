package dev.kept.benchmarks.speed;

import java.util.List;

/// All figures of one run.
///
/// @param when the run began
/// @param machine what it ran on
public record SpeedReport(
        String when,
        String machine,
        List<Load> loads,
        List<Figure> figures,
        List<FirstAnswers> firstAnswers,
        WrittenThenFound writtenThenFound,
        Caching caching) {
    public SpeedReport {
        loads = List.copyOf(loads);
        figures = List.copyOf(figures);
        firstAnswers = List.copyOf(firstAnswers);
    }

    /// How a size was reached.
    ///
    /// @param what was loaded
    /// @param size records stored after it
    /// @param seconds of the whole load; the first time with making the vectors
    /// @param indexedPerSecond records indexed a second while indexing, vectors there
    public record Load(String what, int size, int indexed, double seconds, double indexedPerSecond) {}

    /// @param asked `search` or `context`
    /// @param how which questions, and of whom
    public record Figure(int size, String asked, String how, Latency latency) {
        /// Questions that were never asked before: their embedding is part of the answer's time.
        static final String NEW = "new";

        /// Whether new questions of all users were asked.
        boolean isOf(String what) {
            return asked.equals(what) && how.equals(NEW);
        }
    }

    /// The first requests that a process answers after its start, in milliseconds.
    ///
    /// @param next the median of the twenty after the first
    public record FirstAnswers(int size, String asked, double first, double next) {}

    /// What caches brought while all this was asked.
    ///
    /// @param mode where copies were kept
    public record Caching(String mode, List<Cached> caches) {
        public Caching {
            caches = List.copyOf(caches);
        }
    }

    /// @param hits look-ups that found what they asked for, of so many
    public record Cached(String name, long hits, long asked) {}

    /// @param misses pairs in which the search did not find what had been acknowledged before it
    public record WrittenThenFound(int pairs, int misses, Latency latency) {}
}
