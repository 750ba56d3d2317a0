package dev.kept.benchmarks.machine;

import java.util.HashMap;
import java.util.Map;

/// What the functions have measured so far, as a stack tells it at `/metrics`: sums over all series of a name.
public record Scrape(Map<String, Double> sums) {
    /// Before anything was measured.
    public static final Scrape NOTHING = new Scrape(Map.of());

    public Scrape {
        sums = Map.copyOf(sums);
    }

    /// @param page in the text format of Prometheus
    public static Scrape of(String page) {
        Map<String, Double> sums = new HashMap<>();
        page.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int value = line.lastIndexOf(' ');
            sums.merge(
                    line.substring(0, value).replaceFirst("\\{.*", ""), number(line.substring(value + 1)), Double::sum);
        });
        return new Scrape(sums);
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /// Of a histogram, what was measured since an earlier look; 0 where that is nothing.
    public double meanSince(Scrape before, String name) {
        double count = since(before, name + "_count");
        return count > 0 ? since(before, name + "_sum") / count : 0;
    }

    private double since(Scrape before, String name) {
        return sums.getOrDefault(name, 0.0) - before.sums.getOrDefault(name, 0.0);
    }
}
