package dev.kept.local.stack.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `down`: asks the supervisor to stop, and makes sure that it does. Its children go with it in any case.
final class DownCommand implements Command {

    private static final int STOP_SECONDS = 60;

    @Override
    public void run(List<String> arguments) throws Exception {
        if (!arguments.isEmpty()) {
            throw new UsageException("");
        }
        Optional<RunningStack> running = RunningStack.find();
        if (running.isEmpty()) {
            System.out.println("no stack is running");
            return;
        }
        Optional<ProcessHandle> supervisor =
                ProcessHandle.of(running.get().state().pid());
        if (supervisor.isPresent()) {
            stop(supervisor.get());
        }
        System.out.println("stopped");
    }

    private static void stop(ProcessHandle supervisor) throws Exception {
        supervisor.destroy();
        try {
            supervisor.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            supervisor.destroyForcibly();
        }
    }
}
