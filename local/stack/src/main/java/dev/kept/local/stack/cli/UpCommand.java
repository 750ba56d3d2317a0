package dev.kept.local.stack.cli;

import dev.kept.local.stack.Keys;
import dev.kept.local.stack.LocalStack;
import dev.kept.local.stack.StackFailed;
import dev.kept.local.stack.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/// `up [--ephemeral] [--detach] [--isolated] [--cache MODE] [--parameter NAME=VALUE]…`
final class UpCommand implements Command {

    private static final String FORM =
            "[--ephemeral] [--detach] [--isolated] [--cache none|redis] [--parameter NAME=VALUE]…";

    @Override
    public void run(List<String> arguments) throws Exception {
        StackOptions options = options(arguments);
        if (arguments.contains("--detach")) {
            new DetachedStack(options).start(arguments);
        } else {
            runHere(options);
        }
    }

    private static StackOptions options(List<String> arguments) throws UsageException {
        StackOptions options = StackOptions.fromEnvironment(System.getenv(), arguments.contains("--ephemeral"));
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--ephemeral", "--detach" -> {}
                case "--isolated" -> options = options.withIsolation();
                case "--cache" -> {
                    if (i + 1 >= arguments.size()) {
                        throw new UsageException(FORM);
                    }
                    options = options.withParameter("CacheMode", arguments.get(++i));
                }
                case "--parameter" -> {
                    String[] pair =
                            i + 1 < arguments.size() ? arguments.get(++i).split("=", 2) : new String[0];
                    if (pair.length != 2) {
                        throw new UsageException(FORM);
                    }
                    options = options.withParameter(pair[0], pair[1]);
                }
                default -> throw new UsageException(FORM);
            }
        }
        return options;
    }

    /// Ctrl-C and SIGTERM arrive as a shutdown of this JVM; the hook ends the children before it goes.
    private static void runHere(StackOptions options) throws Exception {
        Instant began = Instant.now();
        AtomicBoolean stopped = new AtomicBoolean();
        Thread main = Thread.currentThread();
        try (LocalStack stack = LocalStack.start(options)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                if (!stopped.get()) {
                    System.out.println("stopping");
                    closeQuietly(stack);
                    main.interrupt();
                }
            }));
            announce(stack, Duration.between(began, Instant.now()));
            String reason = stack.awaitEnd();
            if (!reason.equals("stopped")) {
                stack.close();
                stopped.set(true);
                throw new StackFailed("stopped everything: " + reason);
            }
        }
    }

    private static void announce(LocalStack stack, Duration took) {
        Keys keys = stack.keys();
        if (!stack.system().notRunLocally().isEmpty()) {
            System.out.println(
                    "not run locally: " + NotRunLocally.summary(stack.system().notRunLocally()));
        }
        System.out.printf(Locale.ROOT, "ready in %.1f s   %s%n", took.toMillis() / 1000.0, keys.url());
        System.out.println("keys are in " + stack.home().resolve("local.json") + "; Ctrl-C or ./kept down ends it");
    }

    private static void closeQuietly(LocalStack stack) {
        try {
            stack.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
