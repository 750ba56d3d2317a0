package dev.kept.application.document;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentFormat;
import dev.kept.domain.document.DocumentQuery;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.page.PageRequest;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import dev.kept.testkit.contract.DocumentStoreContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepDocumentTest {
    private static final String NONE = "";
    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final KeepDocument keepDocument =
            new KeepDocument(stores.documents(), new PrepareDocument(Redactor.standard()), clock);
    private int made;

    @Test
    void keepsANewDocument() {
        KeepDocument.Kept kept = keep("file:a.md", "# Quay\n\nThe ferry moors here.");
        assertTrue(kept.stored());
        Document document = kept.document();
        assertEquals(1, document.version());
        assertEquals(1, document.chunks());
        assertEquals(64, document.contentHash().length());
        assertEquals(DocumentFormat.MARKDOWN, document.description().format());
        assertEquals(Optional.of(document), stores.documents().find(ADA, document.id()));
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        Document first = keep("file:a", "The same.").document();
        clock.advance(Duration.ofMinutes(1));
        KeepDocument.Kept again = keep("file:a", "The same.");
        assertFalse(again.stored());
        assertEquals(first, again.document());
        assertEquals(first, keep(NONE, "The same.").document());
        assertEquals(first, keep("file:a", "The same.").document());
        assertEquals(1, all().size());
    }

    @Test
    void replacesWhatStoodUnderTheUri() {
        Document first = keep("file:a", "The old text.").document();
        clock.advance(Duration.ofMinutes(1));
        KeepDocument.Kept second = keep("file:a", "The new text.");
        assertTrue(second.stored());
        assertEquals(first.id(), second.document().id());
        assertEquals(2, second.document().version());
        assertEquals(first.createdAt(), second.document().createdAt());
        assertEquals(first.createdAt().plusSeconds(60), second.document().updatedAt());
        assertEquals(Set.of("The new text."), DocumentStoreContract.visible(stores, ADA));
    }

    @Test
    void keepsTheSameContentOfAnotherUriOnce() {
        Document first = keep("file:a", "The same.").document();
        KeepDocument.Kept other = keep("file:b", "The same.");
        assertFalse(other.stored());
        assertEquals(first, other.document());
        assertEquals(1, all().size());
    }

    @Test
    void removesWhatIsOutOfDateWhenItsUriHasComeToHaveTheContentOfAnother() {
        Document first = keep("file:a", "The same.").document();
        keep("file:b", "Out of date.");
        assertEquals(first, keep("file:b", "The same.").document());
        assertEquals(Set.of("The same."), DocumentStoreContract.visible(stores, ADA));
        assertEquals(1, all().size());
    }

    @Test
    void givesAUriToADocumentThatHadNone() {
        Document first = keep(NONE, "The text.").document();
        KeepDocument.Kept named = keep("file:a", "The text.");
        assertTrue(named.stored());
        assertEquals(first.id(), named.document().id());
        assertEquals(Optional.of("file:a"), named.document().description().uri());
    }

    @Test
    void describesTheSameContentAnew() {
        Document first = keep("file:a", "The text.").document();
        DocumentDraft renamed = new DocumentDraft(
                "Another title",
                "The text.",
                Optional.of("file:a"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(),
                Map.of());
        KeepDocument.Kept second = keepDocument.keep(ADA, new DocumentId("d_x"), renamed);
        assertEquals(first.id(), second.document().id());
        assertEquals(2, second.document().version());
        assertEquals("Another title", second.document().description().title());
    }

    @Test
    void keepsTheSameApartForEachOwnerAndProject() {
        Document first = keep("file:a", "The same.").document();
        assertNotEquals(first.id(), keep(GRACE, Optional.empty()).document().id());
        assertNotEquals(first.id(), keep(ADA, Optional.of(KEPT)).document().id());
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirst() {
        DocumentDraft draft = draft("file:a", "The text.", Optional.empty());
        DocumentId id = new DocumentId("d_derived");
        KeepDocument.Kept first = keepDocument.keep(ADA, id, draft);
        assertEquals(first, keepDocument.keep(ADA, id, draft));
    }

    @Test
    void takesSecretsOutOfEverything() {
        String key = "AKIAIOSFODNN7EXAMPLE";
        DocumentDraft draft = new DocumentDraft(
                "Key " + key,
                "Use " + key + " to sign.",
                Optional.of("file:a?key=" + key),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(List.of(key)),
                Map.of("note", key));
        Document document = keepDocument.keep(ADA, new DocumentId("d_1"), draft).document();
        assertFalse(document.toString().contains(key));
        assertFalse(stores.documents()
                .read(ADA, document.id())
                .orElseThrow()
                .toString()
                .contains(key));
    }

    @Test
    void theSameTextWithOtherLineEndsIsTheSame() {
        Document first = keep("file:a", "One.\nTwo.").document();
        assertEquals(first, keep("file:a", "\uFEFFOne.\r\nTwo.").document());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "nul \u0000", "bell \u0007", "PNG\r\n\u001a", "\u007f"})
    void refusesWhatIsNoText(String content) {
        assertEquals("content", refused("title", content));
        assertEquals(0, all().size());
    }

    @Test
    void refusesWhatIsTooLong() {
        assertEquals("content", refused("title", "x".repeat(500_001)));
        assertEquals("content", refused("title", "船".repeat(499_999)));
        assertEquals("title", refused("t".repeat(501), "text"));
        assertEquals("title", refused(" ", "text"));
        assertEquals(0, all().size());
    }

    private String refused(String title, String content) {
        DocumentDraft draft = new DocumentDraft(
                title,
                content,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(),
                Map.of());
        return assertThrows(InvalidRequest.class, () -> keepDocument.keep(ADA, new DocumentId("d_1"), draft))
                .field();
    }

    private KeepDocument.Kept keep(String uri, String content) {
        return keepDocument.keep(ADA, new DocumentId("d_" + made++), draft(uri, content, Optional.empty()));
    }

    private KeepDocument.Kept keep(Owner owner, Optional<ProjectId> project) {
        return keepDocument.keep(owner, new DocumentId("d_" + made++), draft("file:a", "The same.", project));
    }

    private static DocumentDraft draft(String uri, String content, Optional<ProjectId> project) {
        return new DocumentDraft(
                "A title",
                content,
                Optional.of(uri).filter(text -> !text.isEmpty()),
                project,
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(),
                Map.of());
    }

    private List<Document> all() {
        return stores.documents()
                .list(ADA, new DocumentQuery(Optional.empty(), Optional.empty()), PageRequest.first(100))
                .items();
    }
}
