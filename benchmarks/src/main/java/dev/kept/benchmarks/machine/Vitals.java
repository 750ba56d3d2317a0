package dev.kept.benchmarks.machine;

import dev.kept.benchmarks.BenchFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the processes of a stack hold, as Linux tells it in `/proc`.
public final class Vitals {
    private static final Path PROC = Path.of("/proc");
    private static final int KILOBYTE = 1024;

    private final StackProcesses processes;

    /// @throws BenchFailed on a system without `/proc`
    public Vitals(StackProcesses processes) {
        if (!Files.exists(PROC.resolve("self/status"))) {
            throw new BenchFailed("memory, threads and files are read from /proc, which only Linux has");
        }
        this.processes = processes;
    }

    /// By process. A process that ends meanwhile holds nothing.
    public Map<String, Map<Measure, Double>> now() {
        Map<String, Map<Measure, Double>> all = new LinkedHashMap<>();
        processes.byName().forEach((name, some) -> all.put(name, of(name, some)));
        return all;
    }

    /// After a full collection, of each process that is a single one.
    public Map<String, Double> heaps() throws InterruptedException {
        Map<String, Double> heaps = new LinkedHashMap<>();
        for (Map.Entry<String, List<ProcessHandle>> entry : processes.byName().entrySet()) {
            if (entry.getValue().size() == 1) {
                Heap.collected(entry.getValue().getFirst().pid())
                        .ifPresent(bytes -> heaps.put(entry.getKey(), Measure.HEAP.of((double) bytes)));
            }
        }
        return heaps;
    }

    private Map<Measure, Double> of(String name, List<ProcessHandle> some) {
        Map<Measure, Double> sums = new EnumMap<>(Measure.class);
        some.forEach(process -> add(PROC.resolve(Long.toString(process.pid())), sums));
        addTemporary(processes.home().resolve("temporary").resolve(name), sums);
        return sums;
    }

    private void add(Path process, Map<Measure, Double> sums) {
        try {
            for (String line : Files.readAllLines(process.resolve("status"))) {
                if (line.startsWith("VmRSS:")) {
                    add(sums, Measure.MEMORY, number(line) * KILOBYTE);
                } else if (line.startsWith("Threads:")) {
                    add(sums, Measure.THREADS, number(line));
                }
            }
            addOpen(process.resolve("fd"), sums);
        } catch (IOException | UncheckedIOException _) {
            // It has ended since it was listed.
        }
    }

    private static double number(String line) {
        return Double.parseDouble(line.replaceAll("\\D", ""));
    }

    private void addOpen(Path descriptors, Map<Measure, Double> sums) throws IOException {
        add(sums, Measure.FILES, 0);
        add(sums, Measure.SOCKETS, 0);
        try (Stream<Path> open = Files.list(descriptors)) {
            open.map(Vitals::target).filter(target -> !isData(target)).forEach(target -> {
                add(sums, target.startsWith("socket:") ? Measure.SOCKETS : Measure.FILES, 1);
            });
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException _) {
            // Closed since it was listed: as good as any other file that is open for a moment.
            return "";
        }
    }

    /// How many files a database keeps open for its data is its own affair.
    private boolean isData(String target) {
        Path home = processes.home();
        return target.startsWith(home.resolve("data").toString())
                || (target.startsWith(home.resolve("temporary").toString()) && target.contains("/kept-"));
    }

    /// What servers keep of an ephemeral stack lies there as well, in folders of that name.
    private static void addTemporary(Path folder, Map<Measure, Double> sums) {
        if (!Files.exists(folder)) {
            return;
        }
        add(sums, Measure.TEMPORARY_FILES, 0);
        add(sums, Measure.TEMPORARY_SIZE, 0);
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !folder.relativize(file).toString().startsWith("kept-"))
                    .filter(Files::isRegularFile)
                    .forEach(file -> {
                        add(sums, Measure.TEMPORARY_FILES, 1);
                        add(sums, Measure.TEMPORARY_SIZE, (double) size(file));
                    });
        } catch (IOException | UncheckedIOException _) {
            // Deleted while we walked; the next look tells more.
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<Measure, Double> sums, Measure measure, double raw) {
        sums.merge(measure, measure.of(raw), Double::sum);
    }
}
