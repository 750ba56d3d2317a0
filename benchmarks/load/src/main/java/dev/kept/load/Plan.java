package dev.kept.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What is sent. It comes on standard input, because it holds keys, and those do not belong into files and command
/// lines.
///
/// @param keys one for each user of Kept; a user has one session at a time
/// @param steps one after the other
/// @param paceMillis between the begins of two exchanges of a session, in the mean
/// @param drainSeconds at the end, for sessions to come to their end
/// @param log where a line for each request goes
record Plan(
        String url,
        List<String> keys,
        List<Talk> talks,
        List<Stage> steps,
        int paceMillis,
        int drainSeconds,
        Path log) {
    Plan {
        keys = List.copyOf(keys);
        talks = List.copyOf(talks);
        steps = List.copyOf(steps);
    }

    /// A number of users at a time.
    ///
    /// @param rampSeconds in which they arrive, or those leave who are too many
    /// @param holdSeconds for which they stay
    record Stage(int users, int rampSeconds, int holdSeconds) {
        Duration ramp() {
            return Duration.ofSeconds(rampSeconds);
        }

        Duration hold() {
            return Duration.ofSeconds(holdSeconds);
        }
    }

    /// What is said in one session.
    record Talk(List<Exchange> exchanges) {
        Talk {
            exchanges = List.copyOf(exchanges);
        }
    }

    /// What a user says and is answered, and what the assistant may ask Kept because of it.
    record Exchange(List<Said> turns, String question) {
        Exchange {
            turns = List.copyOf(turns);
        }
    }

    record Said(String role, String content) {}

    static Plan read(InputStream in) {
        try {
            return new ObjectMapper().readValue(in, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration shortestPace() {
        return Duration.ofMillis(paceMillis / 2);
    }

    Duration longestPace() {
        return Duration.ofMillis(paceMillis * 3L / 2);
    }

    /// After it whoever is left is sent home.
    Duration longest() {
        return steps.stream()
                .map(step -> step.ramp().plus(step.hold()))
                .reduce(Duration.ofSeconds(drainSeconds), Duration::plus);
    }

    /// Keys are not for logs.
    @Override
    public String toString() {
        return "Plan[" + url + ", " + steps + "]";
    }
}
