package dev.kept.local.cli;

import java.nio.file.Path;
import java.util.Optional;

/// What `./kept demo` was asked for.
///
/// @param file a conversation file; empty: the bundled one
/// @param maxTokens budget of the context for the session after the last
record DemoOptions(Optional<Path> file, int maxTokens) {
    static final String USAGE = """
            Usage: ./kept demo [--file CONVERSATION.json] [--max-tokens N]

              --file        replay this conversation (docs/guides/conversation-file.md)
              --max-tokens  budget of the context for the next session, 100 to 100000 (1200)""";
    private static final int MAX_TOKENS_DEFAULT = 1200;

    static DemoOptions parse(String... args) {
        DemoOptions options = new DemoOptions(Optional.empty(), MAX_TOKENS_DEFAULT);
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new CommandFailed(USAGE);
            }
            options = switch (args[i]) {
                case "--file" -> new DemoOptions(Optional.of(Path.of(args[i + 1])), options.maxTokens);
                case "--max-tokens" -> new DemoOptions(options.file, tokens(args[i + 1]));
                default -> throw new CommandFailed(USAGE);
            };
        }
        return options;
    }

    private static int tokens(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandFailed(USAGE, e);
        }
    }
}
