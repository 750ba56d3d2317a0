package dev.kept.benchmarks.retrieval;

import dev.kept.application.search.Search;
import dev.kept.application.search.SearchQuery;
import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import dev.kept.testkit.FakeSearchIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A way to search that is compared with others over the same records.
///
/// @param search the search over a corpus, with its stages as the variant has them
/// @param kinds of records that may be found; empty: all
public record Variant(String name, Function<Corpus, Search> search, SearchMode mode, Set<Kind> kinds) {
    public Variant {
        kinds = Set.copyOf(kinds);
    }

    /// What the pipeline's stages bring, from one signal alone to all that is served.
    public static List<Variant> stages() {
        return List.of(
                new Variant("words alone", Variant::served, SearchMode.KEYWORD, Set.of()),
                new Variant("meaning alone", Variant::served, SearchMode.SEMANTIC, Set.of()),
                new Variant("both, turns alone", Variant::served, SearchMode.HYBRID, Set.of(Kind.TURN)),
                new Variant("both, memories alone", Variant::served, SearchMode.HYBRID, Set.of(Kind.MEMORY)),
                new Variant("without the index (degraded)", Variant::degraded, SearchMode.HYBRID, Set.of()),
                new Variant("as served", Variant::served, SearchMode.HYBRID, Set.of()));
    }

    private static Search served(Corpus corpus) {
        return new Search(corpus.index(), corpus.source(), corpus.embeddings(), corpus.clock());
    }

    private static Search degraded(Corpus corpus) {
        FakeSearchIndex down = new FakeSearchIndex();
        down.goDown();
        return new Search(down, corpus.source(), corpus.embeddings(), corpus.clock());
    }

    /// This variant over a corpus, ready to be asked.
    Subject over(Corpus corpus) {
        Search made = search.apply(corpus);
        return new Subject() {
            @Override
            public void ingest(NeutralConversation conversation) {
                throw new UnsupportedOperationException("a corpus is complete when it is made");
            }

            @Override
            public List<List<String>> search(NeutralConversation conversation, Question question, int limit) {
                return made.search(query(corpus, conversation, question, limit)).results().stream()
                        .map(result -> corpus.turns(conversation, result.item()))
                        .toList();
            }

            @Override
            public Passage context(NeutralConversation conversation, Question question, int budget) {
                throw new UnsupportedOperationException("variants are compared by their search");
            }
        };
    }

    private SearchQuery query(Corpus corpus, NeutralConversation conversation, Question question, int limit) {
        SearchFilter filter = SearchFilter.of(corpus.owner(), Optional.of(corpus.project(conversation)));
        return new SearchQuery(filter.withKinds(kinds), question.question(), mode, limit);
    }
}
