package dev.kept.local.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Gives the user `local` some projects to try things on. Seeding again adds what is missing, and nothing twice.
final class SeedCommand {
    private final KeptApi api;
    private final InstantSource clock;
    private final PrintStream out;

    SeedCommand(KeptApi api, InstantSource clock, PrintStream out) {
        this.api = api;
        this.clock = clock;
        this.out = out;
    }

    void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Conversation> conversations = SeedPlan.bundled().conversations(today);
        Tally tally = new Tally();
        conversations.forEach(conversation -> seed(conversation, today, tally));
        out.println();
        out.println(tally.sessions + " sessions added, " + tally.present + " were there already; " + tally.kept
                + " memories kept.");
    }

    private static final class Tally {
        private int sessions;
        private int present;
        private int kept;
    }

    private void seed(Conversation conversation, LocalDate today, Tally tally) {
        out.print(conversation.project() + " ");
        for (Conversation.Session session : conversation.sessions()) {
            if (isThere(session)) {
                tally.present++;
            } else {
                tally.sessions++;
                tally.kept += add(conversation.project(), session, today);
            }
            out.print('.');
            out.flush();
        }
        out.println();
    }

    /// A session that was not ended was left half-way, and is replayed: its turns are not stored twice.
    private boolean isThere(Conversation.Session session) {
        try {
            Replies.Session found = api.get(
                    "/v1/sessions/" + KeptApi.encode(String.valueOf(session.sessionId())), Replies.Session.class);
            return found.status().equals("ended");
        } catch (RequestRefused refused) {
            if (refused.isMissing()) {
                return false;
            }
            throw refused;
        }
    }

    /// The day is part of the key because it is part of the body, and a key stands for one body.
    private int add(String project, Conversation.Session session, LocalDate today) {
        return new SessionReplay(api)
                .replay(project, session, session.sessionId() + "-" + today)
                .counts()
                .kept();
    }
}
