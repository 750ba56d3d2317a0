package dev.kept.application.extraction.consolidation;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Validity;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which memories one took the place of: `supersedes` names the first, its metadata the others.
final class Superseded {
    static final String ALSO = "alsoSupersedes";

    /// More would not fit into a transaction that writes them all.
    static final int NAMED_MAX = 10;

    private Superseded() {}

    static Set<MemoryId> by(Memory memory) {
        Set<MemoryId> named = new LinkedHashSet<>();
        memory.validity().supersedes().ifPresent(named::add);
        if (memory.statement().metadata().get(ALSO) instanceof List<?> more) {
            more.forEach(id -> named.add(new MemoryId(String.valueOf(id))));
        }
        return named;
    }

    /// The same memory, in the place of these.
    static Memory naming(Collection<MemoryId> superseded, Memory memory, Instant now) {
        Map<String, Object> metadata = new LinkedHashMap<>(memory.statement().metadata());
        metadata.remove(ALSO);
        List<String> more = superseded.stream()
                .skip(1)
                .limit(NAMED_MAX - 1L)
                .map(MemoryId::value)
                .toList();
        if (!more.isEmpty()) {
            metadata.put(ALSO, more);
        }
        Validity before = memory.validity();
        return memory.with(memory.statement().withMetadata(metadata), now)
                .with(
                        new Validity(
                                before.status(),
                                before.validFrom(),
                                before.validTo(),
                                superseded.stream().findFirst(),
                                before.supersededBy()),
                        now);
    }

    /// The same memory, in the place of one more.
    static Memory alsoNaming(MemoryId one, Memory memory, Instant now) {
        Set<MemoryId> named = by(memory);
        named.add(one);
        return naming(named, memory, now);
    }
}
