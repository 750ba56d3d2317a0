package dev.kept.benchmarks.speed;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.report.MarkdownTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/// Where a process spends its processor time while it answers, sampled by the JDK's flight recorder. The kernel's clock
/// of each thread gives the samples, so that code outside of Java counts as well and waiting does not (JEP 509, Linux).
///
/// A sample counts for every part of the system that is on its stack, so that the shares of parts add up to more than
/// the whole; and for one method, the topmost.
final class Profile {
    private static final String NAME = "kept-bench";
    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final int LINES = 20;

    /// Enough of a package to tell one library, or one of our packages, from another.
    private static final int OURS = 5;

    private static final int THEIRS = 3;

    private Profile() {}

    interface Work {
        void run() throws InterruptedException;
    }

    /// Records a process while some work is done, and says what it did.
    static String of(long pid, Path file, Work work) throws IOException, InterruptedException {
        jcmd(pid, "JFR.start", "name=" + NAME, "settings=profile", SAMPLE + "#enabled=true", SAMPLE + "#throttle=2ms");
        try {
            work.run();
        } finally {
            jcmd(pid, "JFR.stop", "name=" + NAME, "filename=" + file.toAbsolutePath());
        }
        return read(file);
    }

    private static void jcmd(long pid, String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new BenchFailed("the flight recorder of process " + pid + " does not answer");
        }
    }

    private static String read(Path file) throws IOException {
        Map<String, Integer> methods = new HashMap<>();
        Map<String, Integer> parts = new HashMap<>();
        int samples = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                    List<RecordedFrame> stack = event.getStackTrace().getFrames();
                    samples++;
                    methods.merge(name(stack.getFirst().getMethod()), 1, Integer::sum);
                    parts(stack).forEach(part -> parts.merge(part, 1, Integer::sum));
                }
            }
        }
        return samples + " samples" + System.lineSeparator() + System.lineSeparator() + table("part", parts, samples)
                + System.lineSeparator() + table("method", methods, samples);
    }

    private static Set<String> parts(List<RecordedFrame> stack) {
        Set<String> parts = new LinkedHashSet<>();
        stack.forEach(frame -> parts.add(part(frame.getMethod().getType().getName())));
        return parts;
    }

    private static String part(String type) {
        String[] names = type.split("\\.", -1);
        int length = Math.min(names.length - 1, type.startsWith("dev.kept.") ? OURS : THEIRS);
        return String.join(".", List.of(names).subList(0, length));
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }

    private static String table(String what, Map<String, Integer> counts, int samples) {
        MarkdownTable table = new MarkdownTable(List.of(what, "share"));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(LINES)
                .forEach(entry -> table.add(List.of(
                        entry.getKey(),
                        String.format(Locale.ROOT, "%.1f %%", 100.0 * entry.getValue() / Math.max(1, samples)))));
        return table.toString();
    }
}
