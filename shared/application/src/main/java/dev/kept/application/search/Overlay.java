package dev.kept.application.search;

import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Lays over the candidates what the index does not hold yet: changed records take the place of their older versions,
/// removed ones disappear, and what no longer passes the filter disappears too.
final class Overlay {
    private final List<Unindexed> unindexed;

    Overlay(List<Unindexed> unindexed) {
        this.unindexed = unindexed;
    }

    /// The records that will be laid over the candidates.
    List<SearchRecord> admitted(SearchFilter filter) {
        return unindexed.stream()
                .filter(Unindexed.Changed.class::isInstance)
                .map(change -> ((Unindexed.Changed) change).item())
                .filter(filter::admits)
                .toList();
    }

    /// @param fresh the admitted records, compared with the question
    List<Candidate> over(List<Candidate> candidates, List<Candidate> fresh) {
        SequencedMap<Candidate.Key, Candidate> current = new LinkedHashMap<>();
        candidates.forEach(candidate -> current.putIfAbsent(candidate.key(), candidate));
        unindexed.forEach(change -> hide(change, current));
        fresh.forEach(candidate -> current.put(candidate.key(), candidate));
        return List.copyOf(current.values());
    }

    private static void hide(Unindexed change, Map<Candidate.Key, Candidate> current) {
        Candidate.Key key = switch (change) {
            case Unindexed.Changed changed ->
                new Candidate.Key(changed.item().kind(), changed.item().id());
            case Unindexed.Removed removed -> new Candidate.Key(removed.kind(), removed.id());
        };
        current.remove(key);
    }
}
