package dev.kept.local.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows what Kept is for: replays a conversation of some sessions, prints what was kept of it and why, then starts
/// one more session and prints the context that it is given.
final class DemoCommand {
    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final double MILLIS = 1000.0;

    private final KeptApi api;
    private final InstantSource clock;
    private final PrintStream out;

    DemoCommand(KeptApi api, InstantSource clock, PrintStream out) {
        this.api = api;
        this.clock = clock;
        this.out = out;
    }

    void run(DemoOptions options) {
        String run = RUN.format(clock.instant());
        Conversation conversation = options.file().map(ConversationReader::read).orElseGet(() -> ofItsOwn(run));
        List<String> sessionIds = replay(conversation, run);
        new MemoryReport(api, out).print(conversation.project(), sessionIds);
        startAnother(conversation.project(), options.maxTokens(), run);
    }

    /// Each run of the bundled conversation has a project of its own, so that the demo shows the same every time.
    private static Conversation ofItsOwn(String run) {
        Conversation bundled = ConversationReader.bundled("demo.json");
        return bundled.inProject(bundled.project() + "-" + run);
    }

    private List<String> replay(Conversation conversation, String run) {
        int count = conversation.sessions().size();
        out.println("Replaying " + count + (count == 1 ? " session" : " sessions") + " of the project "
                + conversation.project());
        SessionReplay replay = new SessionReplay(api);
        List<String> sessionIds = new ArrayList<>();
        for (Conversation.Session session : conversation.sessions()) {
            int number = sessionIds.size() + 1;
            out.print(announcement(session, number, count));
            out.flush();
            Instant start = clock.instant();
            SessionReplay.Replayed replayed =
                    replay.replay(conversation.project(), session, "demo-" + run + "-" + number);
            out.println(outcome(replayed, Duration.between(start, clock.instant())));
            sessionIds.add(replayed.sessionId());
        }
        return sessionIds;
    }

    private static String announcement(Conversation.Session session, int number, int count) {
        String title = session.title() == null ? "" : "  " + session.title();
        int turns = session.turns().size();
        return "  [" + number + "/" + count + "] " + session.startedAt() + title + ": "
                + (turns == 1 ? "1 turn" : turns + " turns") + " … ";
    }

    private static String outcome(SessionReplay.Replayed replayed, Duration took) {
        String again = replayed.duplicates() == 0 ? "" : " (" + replayed.duplicates() + " turns were there already)";
        return String.format(
                Locale.ROOT, "%s%s, %.1f s", Words.describe(replayed.counts()), again, took.toMillis() / MILLIS);
    }

    private void startAnother(String project, int maxTokens, String run) {
        Replies.Session session = api.post(
                "/v1/sessions",
                Map.of("projectId", project, "title", "Next session", "context", Map.of("maxTokens", maxTokens)),
                "demo-" + run + "-next",
                Replies.Session.class);
        if (session.context() == null) {
            throw new CommandFailed("The new session was given no context.");
        }
        Replies.ContextText context = session.context();
        out.println();
        out.println("The next session starts with this context (" + context.tokens() + " of at most "
                + context.maxTokens() + " tokens):");
        out.println();
        out.println(context.text());
        api.post(
                "/v1/sessions/" + KeptApi.encode(session.sessionId()) + "/end",
                Map.of("reason", "demo"),
                "demo-" + run + "-next-end",
                Replies.EndedSession.class);
    }
}
