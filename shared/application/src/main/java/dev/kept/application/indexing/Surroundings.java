package dev.kept.application.indexing;

import dev.kept.application.search.Windows;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchIndex.IndexChange;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Stretch;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.search.SearchSource.Unindexed.Changed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Gives turns on their way to the index the vectors of their windows, and has their neighbours, whose windows they
/// change, indexed again.
///
/// A neighbour keeps its version, so one that is removed at the same moment stays removed.
final class Surroundings {
    private final SearchSource source;
    private final Embedder embedder;

    /// @param embedder of the model whose index the changes are for
    Surroundings(SearchSource source, Embedder embedder) {
        this.source = source;
        this.embedder = embedder;
    }

    /// @param own a change for each record, in order
    /// @param neighbours what changes with them
    record Changes(List<IndexChange> own, List<IndexChange> neighbours) {
        List<IndexChange> all() {
            return Stream.concat(own.stream(), neighbours.stream()).toList();
        }
    }

    /// Which turn, of whom.
    private record Ref(Owner owner, String turn) {
        static Ref of(SearchRecord item) {
            return new Ref(item.owner(), item.id());
        }
    }

    /// @param embedded records with their own vectors
    Changes changes(List<Unindexed> embedded) {
        Map<Ref, SearchRecord> turns = new LinkedHashMap<>();
        embedded.forEach(record -> turn(record).ifPresent(item -> turns.put(Ref.of(item), item)));
        Map<Ref, SearchRecord> windowed = new LinkedHashMap<>();
        bySession(turns.values()).forEach(part -> windows(part, turns, windowed));
        List<IndexChange> own =
                embedded.stream().map(record -> change(record, windowed)).toList();
        List<IndexChange> neighbours = windowed.entrySet().stream()
                .filter(entry -> !turns.containsKey(entry.getKey()))
                .<IndexChange>map(entry -> new IndexChange.Put(entry.getValue()))
                .toList();
        return new Changes(own, neighbours);
    }

    private static Optional<SearchRecord> turn(Unindexed record) {
        return record instanceof Changed changed && changed.item().kind() == Kind.TURN
                ? Optional.of(changed.item())
                : Optional.empty();
    }

    private static Collection<List<SearchRecord>> bySession(Collection<SearchRecord> turns) {
        Map<String, List<SearchRecord>> sessions = new LinkedHashMap<>();
        turns.forEach(item -> sessions.computeIfAbsent(
                        item.owner().key() + "/" + item.sessionId().orElseThrow(), _ -> new ArrayList<>())
                .add(item));
        return sessions.values();
    }

    /// What is twice the reach away is read too: it belongs to the windows of the neighbours.
    private void windows(List<SearchRecord> part, Map<Ref, SearchRecord> fresh, Map<Ref, SearchRecord> windowed) {
        List<SearchRecord> around = embedder.renew(source.around(stretch(part), 2 * Windows.REACH).stream()
                .map(item -> fresh.getOrDefault(Ref.of(item), item))
                .toList());
        Map<Ref, Integer> places = new HashMap<>();
        around.forEach(item -> places.put(Ref.of(item), places.size()));
        List<SearchRecord> windows = Windows.of(around);
        for (SearchRecord turn : part) {
            Optional.ofNullable(places.get(Ref.of(turn))).ifPresent(place -> {
                int end = Math.min(windows.size(), place + Windows.REACH + 1);
                windows.subList(Math.max(0, place - Windows.REACH), end).stream()
                        .filter(item -> item.embedding().isPresent())
                        .forEach(item -> windowed.put(Ref.of(item), item));
            });
        }
    }

    private static Stretch stretch(List<SearchRecord> part) {
        Comparator<SearchRecord> inOrder = Comparator.comparing(item -> new TurnId(item.id()));
        SearchRecord first = part.stream().min(inOrder).orElseThrow();
        SearchRecord last = part.stream().max(inOrder).orElseThrow();
        SessionId session = first.sessionId().orElseThrow();
        return new Stretch(first.owner(), session, new TurnId(first.id()), new TurnId(last.id()));
    }

    private static IndexChange change(Unindexed record, Map<Ref, SearchRecord> windowed) {
        return switch (record) {
            case Changed changed ->
                new IndexChange.Put(
                        Objects.requireNonNull(windowed.getOrDefault(Ref.of(changed.item()), changed.item())));
            case Unindexed.Removed removed ->
                new IndexChange.Remove(removed.key(), removed.kind(), removed.id(), removed.version());
        };
    }
}
