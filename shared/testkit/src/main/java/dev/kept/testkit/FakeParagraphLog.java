package dev.kept.testkit;

import dev.kept.domain.extraction.ParagraphHash;
import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.SessionRef;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Paragraphs in memory.
public final class FakeParagraphLog implements ParagraphLog {
    private final Map<Place, Noted> noted = new HashMap<>();
    private final Clock clock;

    public FakeParagraphLog(Clock clock) {
        this.clock = clock;
    }

    private record Place(Owner owner, ParagraphHash paragraph) {}

    private record Noted(List<SessionId> first, Instant until) {}

    @Override
    public synchronized Set<ParagraphHash> repeated(SessionRef session, Set<ParagraphHash> paragraphs) {
        return paragraphs.stream()
                .filter(paragraph -> !isOfTheFirst(new Place(session.owner(), paragraph), session.id()))
                .collect(Collectors.toSet());
    }

    private boolean isOfTheFirst(Place place, SessionId session) {
        Instant now = clock.instant();
        Noted before = noted.getOrDefault(place, new Noted(List.of(), now));
        List<SessionId> first = new ArrayList<>(before.until().isAfter(now) ? before.first() : List.of());
        if (first.size() < 2 && !first.contains(session)) {
            first.add(session);
        }
        noted.put(place, new Noted(List.copyOf(first), now.plus(REMEMBERED)));
        return first.contains(session);
    }

    @Override
    public synchronized int erase(Owner owner) {
        int before = noted.size();
        noted.keySet().removeIf(place -> place.owner().equals(owner));
        return before - noted.size();
    }
}
