package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How much of what was acknowledged is there.
///
/// @param sessions that are there, and have ended where that was acknowledged
/// @param extracted sessions whose last turns were extracted
/// @param lost ids of what was acknowledged and is not there
/// @param unfinished ids of ended sessions whose extraction has not succeeded by the deadline
record Kept(int sessions, int turns, int contexts, int extracted, List<String> lost, List<String> unfinished) {
    private static final int IDS_TOLD = 10;

    static final Kept NOTHING = new Kept(0, 0, 0, 0, List.of(), List.of());

    Kept {
        lost = List.copyOf(lost);
        unfinished = List.copyOf(unfinished);
    }

    static Kept session() {
        return new Kept(1, 0, 0, 0, List.of(), List.of());
    }

    static Kept lostSession(String id) {
        return new Kept(0, 0, 0, 0, List.of("session " + id), List.of());
    }

    static Kept turns(Collection<String> acknowledged, Set<String> stored) {
        List<String> lost = missing("turn ", acknowledged, stored);
        return new Kept(0, acknowledged.size() - lost.size(), 0, 0, lost, List.of());
    }

    static Kept contexts(Collection<String> acknowledged, Set<String> stored) {
        List<String> lost = missing("context ", acknowledged, stored);
        return new Kept(0, 0, acknowledged.size() - lost.size(), 0, lost, List.of());
    }

    static Kept ended(boolean extracted, String sessionId) {
        return new Kept(0, 0, 0, extracted ? 1 : 0, List.of(), extracted ? List.of() : List.of(sessionId));
    }

    private static List<String> missing(String what, Collection<String> acknowledged, Set<String> stored) {
        return acknowledged.stream()
                .filter(id -> !stored.contains(id))
                .map(what::concat)
                .toList();
    }

    static Kept sum(List<Kept> all) {
        return all.stream().reduce(NOTHING, Kept::plus);
    }

    Kept plus(Kept other) {
        return new Kept(
                sessions + other.sessions,
                turns + other.turns,
                contexts + other.contexts,
                extracted + other.extracted,
                joined(lost, other.lost),
                joined(unfinished, other.unfinished));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /// @throws BenchFailed where anything is missing
    void orFail() {
        if (!lost.isEmpty()) {
            throw new BenchFailed("acknowledged and not found: " + String.join(", ", some(lost)));
        }
        if (!unfinished.isEmpty()) {
            throw new BenchFailed("not extracted in time: the sessions " + String.join(", ", some(unfinished)));
        }
    }

    private static List<String> some(List<String> ids) {
        return ids.subList(0, Math.min(IDS_TOLD, ids.size()));
    }

    String text() {
        return "read back of what was acknowledged: " + turns + " turns, " + sessions + " sessions, " + contexts
                + " contexts; lost " + lost.size() + "; " + extracted + " ended sessions extracted to their end, not "
                + unfinished.size();
    }
}
