package dev.kept.local.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.local.stack.Keys;
import dev.kept.local.stack.StackFailed;
import dev.kept.local.stack.StackOptions;
import dev.kept.local.stack.StackState;
import dev.kept.local.stack.aws.Functions;
import dev.kept.local.stack.aws.Functions.HostUnavailable;
import dev.kept.local.stack.aws.Functions.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The stack that a command is about: the one of KEPT_HOME, else of `.kept`, else the ephemeral one.
record RunningStack(Path home, StackState state) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    static Optional<RunningStack> find() {
        return find(false).or(() -> find(true));
    }

    private static Optional<RunningStack> find(boolean ephemeral) {
        Path home = StackOptions.fromEnvironment(System.getenv(), ephemeral).home();
        return StackState.read(home).map(state -> new RunningStack(home, state));
    }

    static RunningStack required() {
        return find().orElseThrow(() -> new StackFailed("no stack is running: start one with ./kept up"));
    }

    Optional<Keys> keys() {
        return Keys.read(home);
    }

    URI endpoint(String process) {
        int port = state.process(process)
                .orElseThrow(() -> new StackFailed("this stack has no process " + process))
                .port();
        return URI.create("http://127.0.0.1:" + port);
    }

    /// The function's reply; its failure ends the command.
    String invoke(String function, String event) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Outcome outcome = new Functions(http, endpoint("host")).invoke(function, event, PATIENCE);
            return switch (outcome) {
                case Outcome.Reply(var body) -> body;
                case Outcome.Failure(var body) ->
                    throw new StackFailed("function " + function + " failed: " + reason(body));
            };
        } catch (HostUnavailable e) {
            throw new StackFailed(e.getMessage() + "; see ./kept logs host", e);
        } catch (IllegalArgumentException e) {
            throw new StackFailed("there is no function " + function + " in the template", e);
        }
    }

    /// What a function says of its failure, without the stack trace that is in the log.
    private static String reason(String body) {
        try {
            return JSON.readTree(body).path("errorMessage").asText(body);
        } catch (JsonProcessingException _) {
            return body;
        }
    }
}
