package dev.kept.benchmarks.speed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads how often each cache knew what it was asked, from the page that Prometheus reads.
final class CacheHits {
    private static final Pattern LINE =
            Pattern.compile("^kept_cache_hits_(sum|count)\\{cache=\"([a-z-]+)\"} ([0-9.eE+]+)$", Pattern.MULTILINE);

    private CacheHits() {}

    static List<SpeedReport.Cached> of(String page) {
        Map<String, Map<String, Long>> found = new TreeMap<>();
        for (MatchResult line : LINE.matcher(page).results().toList()) {
            found.computeIfAbsent(line.group(2), _ -> new HashMap<>())
                    .put(line.group(1), Math.round(Double.parseDouble(line.group(3))));
        }
        List<SpeedReport.Cached> caches = new ArrayList<>();
        found.forEach((name, values) -> caches.add(
                new SpeedReport.Cached(name, values.getOrDefault("sum", 0L), values.getOrDefault("count", 0L))));
        return caches;
    }
}
