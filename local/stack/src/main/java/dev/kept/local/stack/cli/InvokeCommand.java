package dev.kept.local.stack.cli;

import dev.kept.local.stack.StackFailed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `invoke FUNCTION FILE`: one event through one function; `-` reads it from standard input.
final class InvokeCommand implements Command {

    @Override
    public void run(List<String> arguments) throws Exception {
        if (arguments.size() != 2) {
            throw new UsageException("FUNCTION FILE");
        }
        String file = arguments.get(1);
        if (!file.equals("-") && !Files.exists(Path.of(file))) {
            throw new StackFailed("there is no file " + file);
        }
        String event = file.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
        System.out.println(RunningStack.required().invoke(arguments.getFirst(), event));
    }
}
