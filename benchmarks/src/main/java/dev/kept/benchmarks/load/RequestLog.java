package dev.kept.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// All requests of a run.
///
/// @param begin when the first step began, in milliseconds of the clock
record RequestLog(long begin, List<Request> requests) {
    RequestLog {
        requests = List.copyOf(requests);
    }

    static RequestLog read(Path file) throws IOException {
        List<JsonNode> lines = Files.exists(file) ? JsonLines.of(file) : List.of();
        if (lines.size() < 2) {
            throw new BenchFailed("nothing was sent; see gatling.log beside " + file);
        }
        return new RequestLog(
                lines.getFirst().path("begin").asLong(),
                lines.stream().skip(1).map(Request::of).toList());
    }

    /// Turns that one request of turns brings, in the mean.
    double turnsEach() {
        return requests.stream()
                .filter(request -> request.kind() == Kind.TURNS && request.isAcknowledged())
                .mapToInt(request -> request.turnIds().size())
                .average()
                .orElse(0);
    }

    List<Request> between(long from, long to) {
        return requests.stream()
                .filter(request -> request.at() >= from && request.at() < to)
                .toList();
    }
}
