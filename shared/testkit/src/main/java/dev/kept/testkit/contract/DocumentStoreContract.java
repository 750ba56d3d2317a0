package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentQuery;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.Stores;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a {@link DocumentStore} promises.
public abstract class DocumentStoreContract extends StoreContract {
    private static final DocumentQuery ANY = new DocumentQuery(Optional.empty(), Optional.empty());
    private static final Optional<ProjectId> NO_PROJECT = Optional.empty();

    @Test
    void readsWhatWasPut() {
        Document document = put(Fixtures.aDocument(ADA, "d_1", "file:a"), "first", "second", "third");
        DocumentStore.Whole whole =
                stores().documents().read(ADA, document.id()).orElseThrow();
        assertEquals(document, whole.document());
        assertEquals("first second third", whole.content());
        assertEquals(Fixtures.chunks("first", "second", "third"), whole.chunks());
        assertEquals(Optional.of(document), stores().documents().find(ADA, document.id()));
        assertEquals(Optional.empty(), stores().documents().find(GRACE, document.id()));
        assertEquals(Optional.empty(), stores().documents().read(GRACE, document.id()));
    }

    @Test
    void findsADocumentByItsUriAndByItsContentWithinItsProject() {
        Document document = put(Fixtures.aDocument(ADA, "d_1", "file:a"), "first");
        DocumentStore documents = stores().documents();
        String hash = document.contentHash();
        assertEquals(Optional.of(document), documents.underUri(ADA, NO_PROJECT, "file:a"));
        assertEquals(Optional.of(document), documents.withContent(ADA, NO_PROJECT, hash));
        assertEquals(Optional.empty(), documents.underUri(ADA, NO_PROJECT, "file:b"));
        assertEquals(Optional.empty(), documents.underUri(ADA, Optional.of(KEPT), "file:a"));
        assertEquals(Optional.empty(), documents.withContent(ADA, Optional.of(KEPT), hash));
        assertEquals(Optional.empty(), documents.underUri(GRACE, NO_PROJECT, "file:a"));
        assertEquals(Optional.empty(), documents.withContent(GRACE, NO_PROJECT, hash));
    }

    @Test
    void marksTheChunksForTheIndexWithWhatSearchShowsOfTheDocument() {
        Document document = put(Fixtures.aDocument(ADA, "d_1", "file:a"), "first", "second");
        SearchRecord second = stores().source().unindexed(ADA, 10).stream()
                .map(record -> ((Unindexed.Changed) record).item())
                .filter(item -> item.content().equals("second"))
                .findFirst()
                .orElseThrow();
        assertEquals(Kind.DOCUMENT, second.kind());
        assertEquals(document.chunkId(1), second.id());
        assertEquals(List.of("guide"), second.tags());
        assertEquals(NOON, second.occurredAt());
        assertEquals(
                Optional.of(new SearchRecord.Source(
                        document.id(), "A guide", Optional.of("file:a"), List.of("Setup"), 1, 2)),
                second.source());
        assertEquals("A guide > Setup: second", second.passage());
        assertEquals("A guide > Setup", second.spoken());
    }

    @Test
    void aNewEditionTakesThePlaceOfTheOneBefore() {
        Document first = put(Fixtures.aDocument(ADA, "d_1", "file:a"), "old", "older");
        index();
        Document second = put(Fixtures.nextEdition(first), "new");
        assertEquals(Set.of("new"), visible(ADA));
        DocumentStore.Whole whole = stores().documents().read(ADA, first.id()).orElseThrow();
        assertEquals(second, whole.document());
        assertEquals("new", whole.content());
        assertEquals(1, whole.chunks().size());
        assertEquals(Optional.empty(), stores().documents().withContent(ADA, NO_PROJECT, first.contentHash()));
        assertEquals(Optional.of(second), stores().documents().withContent(ADA, NO_PROJECT, second.contentHash()));
        index();
        assertEquals(Set.of("new"), visible(ADA));
        assertEquals(List.of(), stores().source().unindexed(ADA, 10));
    }

    @Test
    void anEditionOfManyChunksTakesThePlaceOfOneOfMany() {
        Document first = put(Fixtures.aDocument(ADA, "d_1", "file:a"), numbered("old", 230));
        index();
        put(Fixtures.nextEdition(first), numbered("new", 310));
        assertEquals(Set.of(numbered("new", 310)), visible(ADA));
        index();
        assertEquals(Set.of(numbered("new", 310)), visible(ADA));
        assertEquals(
                List.of(numbered("new", 310)),
                stores().documents().read(ADA, first.id()).orElseThrow().chunks().stream()
                        .map(chunk -> chunk.content())
                        .toList());
    }

    @Test
    void aDeletedDocumentIsGoneFromEverywhere() {
        Document document = put(Fixtures.aDocument(ADA, "d_1", "file:a"), numbered("text", 120));
        index();
        assertFalse(stores().documents().delete(GRACE, document.id()));
        assertTrue(stores().documents().delete(ADA, document.id()));
        assertEquals(Set.of(), visible(ADA));
        assertEquals(Optional.empty(), stores().documents().find(ADA, document.id()));
        assertEquals(Optional.empty(), stores().documents().underUri(ADA, NO_PROJECT, "file:a"));
        assertEquals(Optional.empty(), stores().documents().withContent(ADA, NO_PROJECT, document.contentHash()));
        assertFalse(stores().documents().delete(ADA, document.id()));
        index();
        assertEquals(Set.of(), visible(ADA));
        assertEquals(List.of(), stores().source().unindexed(ADA, 10));
        put(Fixtures.aDocument(ADA, "d_2", "file:a"), "again");
        assertEquals(Set.of("again"), visible(ADA));
    }

    @Test
    void refusesAVersionThatIsNotTheNext() {
        Document first = put(Fixtures.aDocument(ADA, "d_1", "file:a"), "old");
        assertThrows(Conflict.class, () -> put(Fixtures.aDocument(ADA, "d_1", "file:a"), "twice"));
        put(Fixtures.nextEdition(first), "new");
        assertThrows(Conflict.class, () -> put(Fixtures.nextEdition(first), "late"));
        assertEquals(Set.of("new"), visible(ADA));
    }

    @Test
    void refusesTheUriAndTheContentOfAnotherDocumentAndKeepsNothingOfIt() {
        put(Fixtures.aDocument(ADA, "d_1", "file:a"), "one");
        assertThrows(Conflict.class, () -> put(Fixtures.aDocument(ADA, "d_2", "file:a"), "two"));
        assertThrows(Conflict.class, () -> put(Fixtures.aDocument(ADA, "d_2", "file:b"), "one"));
        assertEquals(Set.of("one"), visible(ADA));
        assertEquals(Optional.empty(), stores().documents().find(ADA, new DocumentId("d_2")));
        put(Fixtures.aDocument(GRACE, "d_2", "file:a"), "one");
        assertEquals(Set.of("one"), visible(GRACE));
        put(Fixtures.aDocumentIn(KEPT, ADA, "d_3", "file:a"), "one");
        assertEquals(2, stores().documents().list(ADA, ANY, page(10)).items().size());
    }

    @Test
    void givesUpAUriWithTheEditionThatHadIt() {
        Document first = put(Fixtures.aDocument(ADA, "d_1", "file:a"), "one");
        put(Fixtures.nextEdition(Fixtures.moved(first, "file:b")), "two");
        assertEquals(Optional.empty(), stores().documents().underUri(ADA, NO_PROJECT, "file:a"));
        put(Fixtures.aDocument(ADA, "d_2", "file:a"), "one");
        assertEquals(Set.of("one", "two"), visible(ADA));
    }

    @Test
    void listsDocumentsNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            put(Fixtures.aDocument(ADA, "d_" + i, "file:" + i), "text " + i);
        }
        put(Fixtures.aDocumentIn(KEPT, ADA, "d_6", "file:1"), "text 6");
        put(Fixtures.aDocument(GRACE, "d_7", "file:7"), "text 7");
        DocumentStore documents = stores().documents();
        assertEquals(
                List.of("d_6", "d_5", "d_4", "d_3", "d_2", "d_1"), ids(all(2, page -> documents.list(ADA, ANY, page))));
        DocumentQuery inProject = new DocumentQuery(Optional.of(KEPT), Optional.empty());
        assertEquals(List.of("d_6"), ids(all(2, page -> documents.list(ADA, inProject, page))));
        DocumentQuery ofUri = new DocumentQuery(Optional.empty(), Optional.of("file:1"));
        assertEquals(List.of("d_6", "d_1"), ids(all(2, page -> documents.list(ADA, ofUri, page))));
        assertRefusesForeignCursors(page -> documents.list(ADA, ANY, page), page -> documents.list(GRACE, ANY, page));
    }

    @Test
    void keepsALargeContent() {
        Document document = Fixtures.withChunks(Fixtures.aDocument(ADA, "d_1", "file:a"), "a", "b", "c");
        String content = "船".repeat(300_000);
        stores().documents().put(document, content, Fixtures.chunks("a", "b", "c"));
        assertEquals(
                content,
                stores().documents().read(ADA, document.id()).orElseThrow().content());
        stores().documents().delete(ADA, document.id());
        assertEquals(Set.of(), large.keys());
    }

    @Test
    void isAmongTheNewestRecords() {
        put(Fixtures.aDocument(ADA, "d_1", "file:a"), "outside");
        put(Fixtures.aDocumentIn(KEPT, ADA, "d_2", "file:a"), "inside");
        SearchFilter any = SearchFilter.of(ADA, Optional.empty());
        assertEquals(Set.of("outside", "inside"), newest(any));
        assertEquals(Set.of("inside"), newest(SearchFilter.of(ADA, Optional.of(KEPT))));
        assertEquals(Set.of("outside", "inside"), newest(any.withKinds(Set.of(Kind.DOCUMENT))));
        assertEquals(Set.of(), newest(any.withKinds(Set.of(Kind.MEMORY))));
    }

    @Test
    void findsNothingToSettleAfterWritesThatEnded() {
        Document first = put(Fixtures.aDocument(ADA, "d_1", "file:a"), "old");
        put(Fixtures.nextEdition(first), "new");
        clock.advance(Duration.ofHours(1));
        assertEquals(0, stores().documents().settle(clock.instant(), 10));
    }

    private Set<String> newest(SearchFilter filter) {
        return Set.copyOf(stores().source().newest(filter, 10).stream()
                .map(SearchRecord::content)
                .toList());
    }

    private Document put(Document document, String... chunks) {
        Document whole = Fixtures.withChunks(document, chunks);
        stores().documents().put(whole, String.join(" ", chunks), Fixtures.chunks(chunks));
        return whole;
    }

    private static String[] numbered(String text, int count) {
        return IntStream.range(0, count).mapToObj(i -> text + " " + i).toArray(String[]::new);
    }

    private static List<String> ids(List<Document> documents) {
        return documents.stream().map(document -> document.id().value()).toList();
    }

    private static PageRequest page(int limit) {
        return PageRequest.first(limit);
    }

    private void index() {
        stores().source().markIndexed(stores().source().unindexed(ADA, 2_000));
    }

    /// What a search can find: all that is stored, which the index may hold, less what the overlay hides.
    private Set<String> visible(Owner owner) {
        return DocumentStoreContract.visible(stores(), owner);
    }

    /// What a search can find of an owner.
    public static Set<String> visible(Stores stores, Owner owner) {
        Set<String> found = new HashSet<>();
        Set<String> hidden = new HashSet<>();
        for (Unindexed record : stores.source().unindexed(owner, 2_000)) {
            if (record instanceof Unindexed.Removed removed) {
                hidden.add(removed.id());
            }
        }
        Optional<String> cursor = Optional.empty();
        do {
            var page = stores.source().everything(cursor, 100);
            page.items().stream()
                    .map(Unindexed.Changed::item)
                    .filter(item -> item.owner().equals(owner) && !hidden.contains(item.id()))
                    .forEach(item -> found.add(item.content()));
            cursor = page.next();
        } while (cursor.isPresent());
        return found;
    }
}
