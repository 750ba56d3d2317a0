package dev.kept.local.stack.cli;

import dev.kept.local.stack.StackFailed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Java side of `./kept`: one class per command.
public final class Kept {

    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private static final Map<String, Command> COMMANDS = commands();

    private Kept() {}

    private static Map<String, Command> commands() {
        var commands = new LinkedHashMap<String, Command>();
        commands.put("up", new UpCommand());
        commands.put("down", new DownCommand());
        commands.put("status", new StatusCommand());
        commands.put("logs", new LogsCommand());
        commands.put("invoke", new InvokeCommand());
        commands.put("redrive", new RedriveCommand());
        commands.put("reindex", new ReindexCommand());
        commands.put("embeddings", new EmbeddingsCommand());
        return commands;
    }

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        Command command = args.isEmpty() ? null : COMMANDS.get(args.getFirst());
        if (command == null) {
            System.err.println("commands: " + String.join(", ", COMMANDS.keySet()));
            return USAGE;
        }
        try {
            command.run(args.subList(1, args.size()));
            return 0;
        } catch (UsageException e) {
            System.err.println("usage: ./kept " + args.getFirst() + " " + e.getMessage());
            return USAGE;
        } catch (StackFailed e) {
            System.err.println("kept: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException _) {
            return FAILED;
        } catch (Exception e) {
            System.err.println("kept: " + e);
            Arrays.stream(e.getStackTrace()).limit(8).forEach(frame -> System.err.println("    " + frame));
            return FAILED;
        }
    }
}
