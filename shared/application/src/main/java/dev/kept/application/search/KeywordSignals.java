package dev.kept.application.search;

import dev.kept.domain.search.SearchRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// What the candidates of one question say of its words: each by itself, each together with its neighbours, and all of
/// a session together.
///
/// The index finds candidates by its own BM25, but its statistics are those of a shard full of other owners, where the
/// user's own name is the rarest word of all; and records that it does not hold yet have no score there. So all
/// candidates are scored here, against each other: written a second or a year ago, with the index or without it, the
/// same record gets the same score. On conversations this ranks as well as statistics over the whole owner.
///
/// Neighbours and sessions are made of the candidates too. Who says a rare word of the question is among them, and who
/// says none of its words adds none.
final class KeywordSignals {
    /// Turns are short, and a long one is not the less about what it says.
    private static final double LENGTH_OF_TURN = 0.3;

    /// A long session says everything once.
    private static final double LENGTH_OF_SESSION = 0.75;

    /// Characters of a record that are read: a pasted log must not cost the search its time.
    private static final int CHARACTERS_MAX = 20_000;

    private final Set<String> stems;
    private final List<SearchRecord> records;
    private final List<WordCounts> contents;

    KeywordSignals(Set<String> stems, List<SearchRecord> records) {
        this.stems = stems;
        this.records = records;
        this.contents = records.stream()
                .map(item -> WordCounts.of(head(item.content()), stems))
                .toList();
    }

    /// By what it says, who said it and when, and its entities and tags: the fields that the index searches.
    double[] own() {
        List<WordCounts> texts = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            texts.add(WordCounts.sum(List.of(contents.get(i), WordCounts.of(labels(records.get(i)), stems))));
        }
        return new Bm25(stems, LENGTH_OF_TURN).scores(texts);
    }

    /// By what it says and what was said right before and after it.
    double[] neighbourhood() {
        Map<Place, WordCounts> byPlace = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            WordCounts content = contents.get(i);
            Place.of(records.get(i)).ifPresent(place -> byPlace.put(place, content));
        }
        List<WordCounts> windows = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            windows.add(window(contents.get(i), Place.of(records.get(i)), byPlace));
        }
        return new Bm25(stems, LENGTH_OF_TURN).scores(windows);
    }

    private static WordCounts window(WordCounts own, Optional<Place> place, Map<Place, WordCounts> byPlace) {
        return place.map(at -> WordCounts.sum(Stream.of(at.before(), at, at.after())
                        .map(near -> byPlace.getOrDefault(near, WordCounts.NONE))
                        .toList()))
                .orElse(own);
    }

    /// By what its session says.
    double[] session() {
        SequencedMap<String, Collection<WordCounts>> sessions = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            sessions.computeIfAbsent(Place.whole(records.get(i)), _ -> new ArrayList<>())
                    .add(contents.get(i));
        }
        double[] scores = new Bm25(stems, LENGTH_OF_SESSION)
                .scores(sessions.values().stream().map(WordCounts::sum).toList());
        Map<String, Double> bySession = new HashMap<>();
        for (String session : sessions.keySet()) {
            bySession.put(session, scores[bySession.size()]);
        }
        return records.stream()
                .mapToDouble(item -> bySession.getOrDefault(Place.whole(item), 0.0))
                .toArray();
    }

    private static String labels(SearchRecord item) {
        return String.join(" ", item.spoken(), String.join(" ", item.entities()), String.join(" ", item.tags()));
    }

    private static String head(String content) {
        return content.substring(0, Math.min(content.length(), CHARACTERS_MAX));
    }
}
