package dev.kept.local.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Runs a command at a terminal: UTF-8 out, a failure as one message and exit status 1.
final class Terminal {
    private Terminal() {}

    static void run(Consumer<PrintStream> command) {
        PrintStream err = utf8(FileDescriptor.err);
        int status = run(command, utf8(FileDescriptor.out), err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(Consumer<PrintStream> command, PrintStream out, PrintStream err) {
        try {
            command.accept(out);
            return 0;
        } catch (CommandFailed e) {
            // Ends the line of the step that failed.
            out.println();
            err.println(e.getMessage());
            return 1;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// The stack that the environment means, as seen from the folder of the `kept` launcher.
    static StackFile stack() {
        return StackFile.read(Path.of(System.getProperty("kept.root", "")), System.getenv());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
