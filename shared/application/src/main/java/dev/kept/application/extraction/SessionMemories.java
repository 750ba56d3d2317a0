package dev.kept.application.extraction;

import dev.kept.application.extraction.consolidation.Outdated;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known when a session is read again.
///
/// @param old found in this session before by extraction alone, and not yet again
/// @param again found again already
/// @param touched found in this session, and changed by a person since, or made by one from such
/// @param others active memories of other sessions, and told ones
record SessionMemories(
        Map<MemoryId, Memory> old, Map<MemoryId, Memory> again, List<Touched> touched, Map<MemoryId, Memory> others) {
    SessionMemories {
        old = new LinkedHashMap<>(old);
        again = new LinkedHashMap<>(again);
        touched = List.copyOf(touched);
    }

    static SessionMemories none() {
        return new SessionMemories(Map.of(), Map.of(), List.of(), Map.of());
    }

    /// Notes that one was found again.
    ///
    /// @param now how it stands since
    void found(Memory now) {
        old.remove(now.id());
        again.put(now.id(), now);
    }

    /// What candidates are compared with: all but what may not come back, which shall not stand in the way of what
    /// takes its place.
    Map<MemoryId, Memory> known() {
        Map<MemoryId, Memory> known = new HashMap<>(others);
        touched.forEach(one -> known.put(one.memory().id(), one.memory()));
        again.values().forEach(memory -> known.put(memory.id(), asIfActive(memory)));
        return known;
    }

    /// What may not come back may also have outdated something, which is then to be compared as if it had not.
    Memory asIfActive(Memory memory) {
        boolean inDoubt = memory.validity().status() == MemoryStatus.SUPERSEDED
                && memory.validity().supersededBy().filter(old::containsKey).isPresent();
        return inDoubt ? Outdated.asActive(memory) : memory;
    }

    /// What a person set is not outdated by what was said before.
    boolean mayChange(Memory memory) {
        return memory.statement().overrides().isEmpty()
                && touched.stream().noneMatch(one -> one.memory().id().equals(memory.id()));
    }
}
