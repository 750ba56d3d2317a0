package dev.kept.local.stack.cli;

import java.util.List;

/// One command of `./kept`.
@FunctionalInterface
interface Command {

    /// @throws UsageException where the arguments make no sense
    void run(List<String> arguments) throws Exception;
}
