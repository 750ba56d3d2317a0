package dev.kept.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The options of a command: `--name value`, or `--name` alone for a flag.
public final class Options {
    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /// @param valued names that take a value
    /// @param flags names that take none
    /// @throws BenchFailed on anything else
    public static Options parse(List<String> arguments, Set<String> valued, Set<String> flags) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i).replaceFirst("^--", "");
            boolean known = arguments.get(i).startsWith("--") && (valued.contains(name) || flags.contains(name));
            if (!known || (valued.contains(name) && i + 1 == arguments.size())) {
                throw new BenchFailed("there is no option " + arguments.get(i) + ", or it lacks its value");
            }
            given.put(name, flags.contains(name) ? "" : arguments.get(++i));
        }
        return new Options(given);
    }

    /// A file of this repository, from wherever the command is called.
    public static Path ofRepository(String path) {
        return Path.of(System.getProperty("kept.root", ""), path);
    }

    public boolean has(String flag) {
        return given.containsKey(flag);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> new BenchFailed("--" + name + " must be given"));
    }

    /// Where reports go: what `--out` says, else `target/bench` of this checkout.
    public Path out() {
        return text("out").map(Path::of).orElse(ofRepository("target/bench"));
    }

    public int number(String name, int otherwise) {
        return numbers(name, List.of(otherwise)).getFirst();
    }

    /// Whole numbers from 1, separated by commas.
    public List<Integer> numbers(String name, List<Integer> otherwise) {
        return text(name)
                .map(text -> Arrays.stream(text.split(",", -1))
                        .map(part -> number(name, part))
                        .toList())
                .orElse(otherwise);
    }

    private static int number(String name, String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, for what is no number and for what is none to measure with.
        }
        throw new BenchFailed("--" + name + " must be a number from 1, not " + text);
    }
}
