package dev.kept.local.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows the memories of a project, each with the turns that it rests on.
final class MemoryReport {
    private static final int QUOTE = 96;
    private static final int CONTENT = 160;

    private final KeptApi api;
    private final PrintStream out;

    MemoryReport(KeptApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /// @param sessionIds where the source turns are
    void print(String project, List<String> sessionIds) {
        Map<String, Replies.Turn> turns = new HashMap<>();
        sessionIds.forEach(id -> turns(id).forEach(turn -> turns.put(turn.turnId(), turn)));
        section("Kept", memories(project, "active"), turns);
        section("Superseded", memories(project, "superseded"), turns);
        section("Quarantined", memories(project, "quarantined"), turns);
    }

    private void section(String title, List<Replies.Memory> memories, Map<String, Replies.Turn> turns) {
        if (memories.isEmpty()) {
            return;
        }
        out.println();
        out.println(title + " (" + memories.size() + ")");
        memories.stream()
                .sorted(Comparator.comparingDouble(Replies.Memory::importance).reversed())
                .forEach(memory -> print(memory, turns));
    }

    private void print(Replies.Memory memory, Map<String, Replies.Turn> turns) {
        String until = memory.validTo() == null ? "" : ", until " + day(memory.validTo());
        out.printf(
                Locale.ROOT,
                "  %-10s %.2f  %s  [%s by %s%s]%n",
                memory.type(),
                memory.importance(),
                Words.shorten(memory.content(), CONTENT),
                memory.origin(),
                memory.trust(),
                until);
        memory.sourceTurnIds().stream()
                .filter(turns::containsKey)
                .map(turns::get)
                .forEach(this::quote);
    }

    private void quote(Replies.Turn turn) {
        String who = turn.speaker() == null ? turn.role() : turn.speaker();
        out.println("                   ↳ " + day(turn.occurredAt()) + " " + who + ": “"
                + Words.shorten(turn.content(), QUOTE) + "”");
    }

    private static String day(String time) {
        return time.substring(0, Math.min(time.length(), "2026-11-02".length()));
    }

    private List<Replies.Memory> memories(String project, String status) {
        List<Replies.Memory> all = new ArrayList<>();
        String path = "/v1/memories?limit=100&status=" + status + "&projectId=" + KeptApi.encode(project);
        String next = path;
        while (next != null) {
            Replies.Memories page = api.get(next, Replies.Memories.class);
            all.addAll(page.items());
            next = page.nextCursor() == null ? null : path + "&cursor=" + KeptApi.encode(page.nextCursor());
        }
        return all;
    }

    private List<Replies.Turn> turns(String sessionId) {
        List<Replies.Turn> all = new ArrayList<>();
        String path = "/v1/sessions/" + KeptApi.encode(sessionId) + "/turns?limit=100";
        String next = path;
        while (next != null) {
            Replies.Turns page = api.get(next, Replies.Turns.class);
            all.addAll(page.items());
            next = page.nextCursor() == null ? null : path + "&cursor=" + KeptApi.encode(page.nextCursor());
        }
        return all;
    }
}
