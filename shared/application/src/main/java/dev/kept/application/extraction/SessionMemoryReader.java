package dev.kept.application.extraction;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Tells apart, among the memories that came from a session, what a person touched and what is extraction's alone. The
/// history tells: a pin, an edit, a retype, feedback, a merge, a split, each is a version that a person made.
///
/// Memories of a session are listed by an index that lags; the newest, which it may lack, are among the known ones,
/// which are read strongly consistent. A memory that was read too old fails its commit, and is read again.
final class SessionMemoryReader {
    private final MemoryStore memories;
    private final KnownMemories known;

    SessionMemoryReader(ExtractionStores stores) {
        this.memories = stores.memories();
        this.known = new KnownMemories(stores.memories());
    }

    SessionMemories read(Session session, Set<MemoryId> found) {
        Map<MemoryId, Memory> others =
                new HashMap<>(known.of(session.owner(), session.details().projectId()));
        Map<MemoryId, Memory> old = new LinkedHashMap<>();
        Map<MemoryId, Memory> again = new LinkedHashMap<>();
        List<Touched> touched = new ArrayList<>();
        for (Memory memory : ofSession(session, others)) {
            others.remove(memory.id());
            List<MemoryVersion> versions = versions(memory);
            if (isTouched(memory, versions)) {
                touched.add(new Touched(memory, contents(memory, versions)));
            } else {
                (found.contains(memory.id()) ? again : old).put(memory.id(), memory);
            }
        }
        return new SessionMemories(old, again, touched, others);
    }

    private List<Memory> ofSession(Session session, Map<MemoryId, Memory> newest) {
        Map<MemoryId, Memory> all = new LinkedHashMap<>();
        for (MemoryStatus status : MemoryStatus.values()) {
            MemoryQuery query = MemoryQuery.of(status).in(session.id());
            pages(page -> memories.list(session.owner(), query, page)).forEach(one -> keepNewer(all, one));
        }
        newest.values().stream()
                .filter(one -> one.provenance().sessionId().equals(Optional.of(session.id())))
                .forEach(one -> keepNewer(all, one));
        return all.values().stream()
                .filter(one -> one.provenance().origin() == Origin.EXTRACTED
                        || one.provenance().origin() == Origin.CONSOLIDATED)
                .toList();
    }

    private static void keepNewer(Map<MemoryId, Memory> all, Memory one) {
        all.merge(one.id(), one, (first, second) -> first.version() >= second.version() ? first : second);
    }

    /// What extraction made and nobody changed needs no look at its history.
    private List<MemoryVersion> versions(Memory memory) {
        boolean asMade = memory.version() == 1 && memory.provenance().origin() == Origin.EXTRACTED;
        return asMade ? List.of() : pages(page -> memories.history(memory.owner(), memory.id(), page));
    }

    private static boolean isTouched(Memory memory, List<MemoryVersion> versions) {
        return !memory.statement().overrides().isEmpty()
                || memory.statement().pinned()
                || versions.stream().anyMatch(version -> version.change().isByPerson());
    }

    private static List<String> contents(Memory memory, List<MemoryVersion> versions) {
        List<String> contents = new ArrayList<>(List.of(memory.statement().content()));
        versions.forEach(version -> contents.add(version.memory().statement().content()));
        return contents.stream().distinct().toList();
    }

    private static <T> List<T> pages(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(PageRequest.LIMIT_MAX, cursor));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }
}
