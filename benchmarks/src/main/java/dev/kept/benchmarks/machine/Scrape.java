package dev.kept.benchmarks.machine;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What the functions have measured so far, as a stack tells it at `/metrics`: the value of each series, and under
/// their name alone the sum over all series of a name.
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
            int end = line.lastIndexOf(' ');
            String series = line.substring(0, end);
            String name = series.replaceFirst("\\{.*", "");
            double value = number(line.substring(end + 1));
            sums.merge(name, value, Double::sum);
            if (!series.equals(name)) {
                sums.put(series, value);
            }
        });
        return new Scrape(sums);
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /// Of a histogram, what was measured since an earlier look; 0 where that is nothing.
    public double meanSince(Scrape before, String name) {
        return meanSince(before, name, "");
    }

    private double meanSince(Scrape before, String name, String labels) {
        double count = since(before, name + "_count" + labels);
        return count > 0 ? since(before, name + "_sum" + labels) / count : 0;
    }

    /// The same of each of its series, by their labels, such as `step="rank"`.
    public Map<String, Double> meansSince(Scrape before, String name) {
        Map<String, Double> means = new TreeMap<>();
        String prefix = name + "_count{";
        sums.keySet().stream().filter(series -> series.startsWith(prefix)).forEach(series -> {
            String labels = series.substring(prefix.length() - 1);
            means.put(labels.substring(1, labels.length() - 1), meanSince(before, name, labels));
        });
        means.values().removeIf(mean -> mean == 0);
        return means;
    }

    private double since(Scrape before, String name) {
        return sums.getOrDefault(name, 0.0) - before.sums.getOrDefault(name, 0.0);
    }
}
