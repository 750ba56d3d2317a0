package dev.kept.adapters.opensearch;

import static dev.kept.adapters.opensearch.Records.ANN;
import static dev.kept.adapters.opensearch.Records.BOB;
import static dev.kept.adapters.opensearch.Records.FLAT;
import static dev.kept.adapters.opensearch.Records.MAY;
import static dev.kept.adapters.opensearch.Records.chunk;
import static dev.kept.adapters.opensearch.Records.memory;
import static dev.kept.adapters.opensearch.Records.put;
import static dev.kept.adapters.opensearch.Records.remove;
import static dev.kept.adapters.opensearch.Records.towards;
import static dev.kept.adapters.opensearch.Records.turn;
import static dev.kept.adapters.opensearch.Records.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchIndex.Candidates;
import dev.kept.domain.search.SearchIndex.IndexChange;
import dev.kept.domain.search.SearchIndex.IndexQuery;
import dev.kept.domain.search.SearchIndex.Scored;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenSearchIndexIT {
    private static final String DEEP = "deep:1-3";

    private static LocalNode node;
    private static OpenSearchIndex index;

    @BeforeAll
    static void startNode() throws IOException {
        node = LocalNode.start();
        index = new OpenSearchIndex(OpenSearchConfig.of(node.url()));
    }

    @AfterAll
    static void stopNode() throws IOException {
        node.close();
    }

    @BeforeEach
    void emptyIndex() {
        index.models().kept().forEach(index::drop);
        index.create(FLAT);
    }

    @Test
    void findsByWordsAndByMeaningInOneAnswer() {
        apply(
                put(turn(ANN, "t_1", "We deploy on Fridays.", towards(10))),
                put(turn(ANN, "t_2", "The cat sleeps.", towards(80))));

        Candidates found = find(ANN, "deploy", towards(70));

        assertEquals(List.of("t_1"), ids(found.keyword()));
        assertEquals(List.of("t_2", "t_1"), ids(found.semantic()));
        assertEquals(Math.cos(Math.toRadians(10)), found.semantic().getFirst().score(), 1e-3);
        assertEquals(Math.cos(Math.toRadians(60)), found.semantic().getLast().score(), 1e-3);
    }

    @Test
    void findsByStemSpeakerDateEntityAndTag() {
        apply(
                put(turn(ANN, "t_1", "We are deploying.", towards(0))),
                put(memory("m_1", MemoryType.FACT, MemoryStatus.ACTIVE, MAY.plusSeconds(86_400), Optional.empty())));

        assertEquals(List.of("t_1"), ids(find(ANN, "deploys", towards(0)).keyword()));
        assertEquals(List.of("t_1"), ids(find(ANN, "caroline", towards(0)).keyword()));
        assertEquals(List.of("m_1"), ids(find(ANN, "9", towards(0)).keyword()));
        assertEquals(List.of("m_1"), ids(find(ANN, "postgresql", towards(0)).keyword()));
        assertEquals(List.of("m_1"), ids(find(ANN, "storage", towards(0)).keyword()));
    }

    @Test
    void givesBackAllOfARecordButItsVector() {
        SearchRecord stored =
                memory("m_1", MemoryType.DECISION, MemoryStatus.ACTIVE, MAY, Optional.of(MAY.plusSeconds(60)));
        apply(put(stored));

        SearchRecord found =
                find(ANN, "orders", towards(0)).keyword().getFirst().item();

        assertEquals(stored, found.withEmbedding(stored.embedding().orElseThrow()));
    }

    @Test
    void findsAChunkByItsTitleAndHeadingsAndGivesItBackWithItsSource() {
        SearchRecord stored = chunk("Restart the gateway first.", towards(0));
        apply(put(stored));

        for (String word : List.of("gateway", "runbook", "outages")) {
            SearchRecord found =
                    find(ANN, word, towards(0)).keyword().getFirst().item();
            assertEquals(stored, found.withEmbedding(stored.embedding().orElseThrow()));
        }
        assertEquals(List.of(), find(ANN, "2023", towards(0)).keyword());
    }

    @Test
    void canBeMadeAgainOverWhatIsThere() {
        apply(put(chunk("Restart the gateway first.", towards(0))));
        index.create(FLAT);
        assertEquals(1, find(ANN, "gateway", towards(0)).keyword().size());
    }

    @Test
    void findsNothingOfAnotherOwner() {
        apply(put(turn(ANN, "t_1", "We deploy on Fridays.", towards(0))));

        Candidates found = find(BOB, "deploy", towards(0));

        assertEquals(List.of(), found.keyword());
        assertEquals(List.of(), found.semantic());
    }

    @Test
    void asksTheIndexOfTheModelThatMadeTheQuestionsVector() {
        index.create(DEEP);
        apply(put(turn(ANN, "t_1", "We deploy on Fridays.", towards(0))));
        Embedding question = new Embedding(DEEP, new float[] {1, 0, 0});

        assertEquals(List.of(), find(ANN, "deploy", question).semantic());
        assertEquals(List.of(), index.apply(DEEP, List.of(put(turn(ANN, "t_2", "We deploy.", question)))));

        assertEquals(List.of("t_2"), ids(find(ANN, "deploy", question).semantic()));
        assertEquals(List.of("t_1"), ids(find(ANN, "deploy", towards(0)).semantic()));
    }

    @Test
    void saysWhichModelsItHoldsAndWhichIsCurrent() {
        assertEquals(new IndexedModels(Optional.of(FLAT), Set.of(FLAT)), index.models());

        index.create(DEEP);
        assertEquals(new IndexedModels(Optional.of(FLAT), Set.of(FLAT, DEEP)), index.models());

        index.use(DEEP);
        index.use(DEEP);
        assertEquals(new IndexedModels(Optional.of(DEEP), Set.of(FLAT, DEEP)), index.models());

        index.drop(FLAT);
        index.drop(FLAT);
        assertEquals(new IndexedModels(Optional.of(DEEP), Set.of(DEEP)), index.models());

        index.drop(DEEP);
        assertEquals(IndexedModels.NONE, index.models());
    }

    @Test
    void asksTheCurrentIndexWhenThereIsNoVector() {
        index.create(DEEP);
        apply(put(turn(ANN, "t_1", "We deploy on Fridays.", towards(0))));
        IndexQuery words = new IndexQuery(
                SearchFilter.of(ANN, Optional.empty()), "deploy", Optional.empty(), SearchMode.KEYWORD, 10);

        assertEquals(1, index.find(words).keyword().size());
        index.use(DEEP);
        assertEquals(0, index.find(words).keyword().size());
    }

    @Test
    void keepsTheCurrentIndexWhenThereIsNoneToUse() {
        assertThrows(DependencyUnavailable.class, () -> index.use(DEEP));

        assertEquals(Optional.of(FLAT), index.models().current());
    }

    @Test
    void takesOverTheIndexOfAnEarlierVersion() throws IOException {
        index.drop(FLAT);
        node.send("PUT", "/kept-records-v1", """
                {"settings": {"index.knn": true, "analysis": {"normalizer": {
                   "ignoring_case": {"type": "custom", "filter": ["lowercase"]}}}}, "aliases": {"kept-records": {}},
                 "mappings": {"dynamic": "strict", "_routing": {"required": true}, "properties": {
                   "owner": {"type": "keyword"},
                   "embedding": {"type": "knn_vector", "dimension": 2,
                     "method": {"name": "hnsw", "engine": "lucene", "space_type": "cosinesimil"}}}}}""");

        index.create(FLAT);

        assertEquals(new IndexedModels(Optional.of(FLAT), Set.of(FLAT)), index.models());
        apply(put(turn(ANN, "t_1", "We deploy on Fridays.", towards(0))));
        assertEquals(List.of("t_1"), ids(find(ANN, "deploy", towards(0)).keyword()));
    }

    @Test
    void searchesByWordsAloneInKeywordModeAndByMeaningAloneInSemanticMode() {
        apply(put(turn(ANN, "t_1", "We deploy on Fridays.", towards(0))));
        SearchFilter all = SearchFilter.of(ANN, Optional.empty());

        Candidates words = index.find(new IndexQuery(all, "deploy", Optional.empty(), SearchMode.KEYWORD, 10));
        Candidates meaning =
                index.find(new IndexQuery(all, "deploy", Optional.of(towards(0)), SearchMode.SEMANTIC, 10));

        assertEquals(
                List.of(1, 0), List.of(words.keyword().size(), words.semantic().size()));
        assertEquals(
                List.of(0, 1),
                List.of(meaning.keyword().size(), meaning.semantic().size()));
    }

    @Test
    void neverReplacesANewerVersionByAnOlderOne() {
        SearchRecord first = turn(ANN, "t_1", "the first version", towards(0));
        apply(put(version(first, 2, "the second version")));

        apply(put(first));

        assertEquals(
                "the second version",
                find(ANN, "version", towards(0)).keyword().getFirst().item().content());
    }

    @Test
    void keepsARemovedRecordAwayWhenAWriteOfItComesLate() {
        SearchRecord item = turn(ANN, "t_1", "to be removed", towards(0));
        apply(put(item));
        apply(remove(item, 1));
        apply(remove(item, 1));

        apply(put(version(item, 0, "an older write")), put(item));

        assertEquals(List.of(), find(ANN, "removed older", towards(0)).keyword());
    }

    @Test
    void removesWhatWasNeverThere() {
        apply(remove(turn(ANN, "t_9", "never indexed", towards(0)), 1));
    }

    @Test
    void isUnavailableWithoutItsIndexAndMakesNoneByItself() {
        index.drop(FLAT);
        List<IndexChange> changes = List.of(put(turn(ANN, "t_1", "lost?", towards(0))));

        assertThrows(DependencyUnavailable.class, () -> find(ANN, "lost", towards(0)));
        assertThrows(DependencyUnavailable.class, () -> index.apply(FLAT, changes));
        assertFalse(index.isReady());
    }

    @Test
    void keepsWhatItHoldsWhenItIsCreatedAgain() {
        apply(put(turn(ANN, "t_1", "still here", towards(0))));

        index.create(FLAT);

        assertTrue(index.isReady());
        assertEquals(List.of("t_1"), ids(find(ANN, "still here", towards(0)).keyword()));
    }

    @Test
    void reportsTheChangesThatItRejects() {
        IndexChange good = put(turn(ANN, "t_1", "good", towards(0)));
        IndexChange bad = put(turn(ANN, "t_2", "bad", new Embedding(FLAT, new float[] {1, 2, 3})));

        assertEquals(List.of(bad), index.apply(FLAT, List.of(good, bad)));
        assertEquals(List.of("t_1"), ids(find(ANN, "good bad", towards(0)).keyword()));
    }

    @Test
    void admitsWhatTheFilterAdmitsInProcess() {
        List<SearchRecord> records = records();
        apply(records.stream().map(Records::put).toArray(IndexChange[]::new));

        for (SearchFilter filter : filters()) {
            Set<String> expected = records.stream()
                    .filter(filter::admits)
                    .map(SearchRecord::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            Candidates found = index.find(
                    new IndexQuery(filter, "orders deploy", Optional.of(towards(0)), SearchMode.HYBRID, 100));
            assertEquals(expected, new TreeSet<>(ids(found.keyword())), "by words: " + filter);
            assertEquals(expected, new TreeSet<>(ids(found.semantic())), "by meaning: " + filter);
        }
    }

    private static List<SearchRecord> records() {
        Optional<Instant> ended = Optional.of(MAY.plusSeconds(100));
        return List.of(
                turn(ANN, "t_1", "We deploy orders.", towards(0)),
                turn(BOB, "t_2", "We deploy orders.", towards(0)),
                memory("m_1", MemoryType.FACT, MemoryStatus.ACTIVE, MAY, Optional.empty()),
                memory("m_2", MemoryType.DECISION, MemoryStatus.SUPERSEDED, MAY, ended),
                memory("m_3", MemoryType.DECISION, MemoryStatus.ACTIVE, MAY.plusSeconds(100), Optional.empty()),
                memory("m_4", MemoryType.FACT, MemoryStatus.ARCHIVED, MAY, Optional.empty()),
                memory("m_5", MemoryType.FACT, MemoryStatus.QUARANTINED, MAY, Optional.empty()));
    }

    private static Stream<SearchFilter> filterVariants() {
        SearchFilter all = SearchFilter.of(ANN, Optional.empty());
        return Stream.of(
                all,
                SearchFilter.of(BOB, Optional.empty()),
                SearchFilter.of(ANN, Optional.of(new ProjectId("shop"))),
                SearchFilter.of(ANN, Optional.of(new ProjectId("other"))),
                all.withKinds(Set.of(Kind.TURN)),
                all.withKinds(Set.of(Kind.MEMORY)),
                all.withTypes(Set.of(MemoryType.DECISION)),
                all.withTypes(Set.of(MemoryType.DECISION, MemoryType.FACT)),
                labelled(Set.of("postgresql"), Set.of()),
                labelled(Set.of("MYSQL"), Set.of()),
                labelled(Set.of(), Set.of("storage")),
                labelled(Set.of(), Set.of("Storage")));
    }

    private static List<SearchFilter> filters() {
        List<Optional<Instant>> times = List.of(
                Optional.empty(),
                Optional.of(MAY.minusSeconds(1)),
                Optional.of(MAY),
                Optional.of(MAY.plusNanos(1)),
                Optional.of(MAY.plus(Duration.ofSeconds(100))),
                Optional.of(MAY.plus(Duration.ofDays(1))));
        Stream<SearchFilter> timed = times.stream()
                .flatMap(time -> Stream.of(
                        timed(time, Optional.empty(), Optional.empty()),
                        timed(Optional.empty(), time, Optional.empty()),
                        timed(Optional.empty(), Optional.empty(), time)));
        return Stream.of(filterVariants(), timed, Stream.of(inSession("s_1"), inSession("s_2")))
                .flatMap(filters -> filters)
                .toList();
    }

    private static SearchFilter labelled(Set<String> entities, Set<String> tags) {
        return filter(Optional.empty(), entities, tags, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SearchFilter timed(Optional<Instant> from, Optional<Instant> to, Optional<Instant> asOf) {
        return filter(Optional.empty(), Set.of(), Set.of(), from, to, asOf);
    }

    private static SearchFilter inSession(String id) {
        return filter(
                Optional.of(new SessionId(id)),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static SearchFilter filter(
            Optional<SessionId> session,
            Set<String> entities,
            Set<String> tags,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<Instant> asOf) {
        return new SearchFilter(ANN, Optional.empty(), session, Set.of(), Set.of(), entities, tags, from, to, asOf);
    }

    private static void apply(IndexChange... changes) {
        assertEquals(List.of(), index.apply(FLAT, List.of(changes)));
    }

    private static Candidates find(Owner owner, String text, Embedding embedding) {
        SearchFilter filter = SearchFilter.of(owner, Optional.empty());
        return index.find(new IndexQuery(filter, text, Optional.of(embedding), SearchMode.HYBRID, 10));
    }

    private static List<String> ids(List<Scored> scored) {
        return scored.stream().map(found -> found.item().id()).toList();
    }
}
