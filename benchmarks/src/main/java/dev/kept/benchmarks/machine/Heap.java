package dev.kept.benchmarks.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The heap of a JVM, asked for with the JDK's own `jcmd`.
final class Heap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final int KILOBYTE = 1024;

    private Heap() {}

    /// What is left of it after a full collection; empty where the process is no JVM, or has ended.
    static OptionalLong collected(long pid) throws InterruptedException {
        return jcmd(pid, "GC.run").isEmpty() ? OptionalLong.empty() : used(jcmd(pid, "GC.heap_info"));
    }

    /// Of what `GC.heap_info` prints, whichever collector it is; what holds classes is no heap.
    static OptionalLong used(String info) {
        long kilobytes = 0;
        boolean found = false;
        for (String line : info.split("\n", -1)) {
            Matcher used = USED.matcher(line);
            if (used.find() && !line.contains("Metaspace") && !line.contains("class space")) {
                kilobytes += Long.parseLong(used.group(1));
                found = true;
            }
        }
        return found ? OptionalLong.of(kilobytes * KILOBYTE) : OptionalLong.empty();
    }

    private static String jcmd(long pid, String command) throws InterruptedException {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return jcmd.waitFor() == 0 ? printed : "";
        } catch (IOException _) {
            return "";
        }
    }
}
