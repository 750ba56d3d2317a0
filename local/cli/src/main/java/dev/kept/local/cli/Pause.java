package dev.kept.local.cli;

import java.time.Duration;

/// Waits between two tries; a test need not.
@FunctionalInterface
interface Pause {
    Pause SLEEP = Thread::sleep;

    void pause(Duration time) throws InterruptedException;
}
