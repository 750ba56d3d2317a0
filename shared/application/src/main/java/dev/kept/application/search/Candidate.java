package dev.kept.application.search;

import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchIndex.Scored;
import dev.kept.domain.search.SearchRecord;
import java.util.OptionalDouble;

/// A record that may answer the question.
///
/// @param cosine to the question; empty when it was found by its words alone
record Candidate(SearchRecord item, OptionalDouble cosine) {
    /// What makes two candidates the same, whatever their versions.
    record Key(Kind kind, String id) {}

    static Candidate byMeaning(Scored scored) {
        return new Candidate(scored.item(), OptionalDouble.of(scored.score()));
    }

    static Candidate byWords(Scored scored) {
        return new Candidate(scored.item(), OptionalDouble.empty());
    }

    /// A record that was read from the store, compared here.
    static Candidate fromStore(SearchRecord item, Question question) {
        return new Candidate(
                item,
                question.embedding()
                        .flatMap(asked ->
                                item.embedding().filter(asked::isComparable).map(asked::cosine))
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()));
    }

    Key key() {
        return new Key(item.kind(), item.id());
    }
}
