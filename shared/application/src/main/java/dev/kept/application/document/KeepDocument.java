package dev.kept.application.document;

import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Keeps a document once: under its uri, in the place of what was there, and only if nothing else in its project has
/// the same content.
///
/// Which document is meant: the one with this content, unless it came from another uri; else the one under this uri;
/// else a new one. The same content from another uri is not kept twice, as a search would find it twice: the document
/// that holds it is the answer, and what stood under the uri goes, for it is out of date.
public final class KeepDocument {
    /// Others may write the same document meanwhile.
    private static final int TRIES = 5;

    private final DocumentStore documents;
    private final PrepareDocument prepare;
    private final Ids ids;
    private final Clock clock;

    public KeepDocument(DocumentStore documents, PrepareDocument prepare, Clock clock) {
        this.documents = documents;
        this.prepare = prepare;
        this.ids = new Ids(clock);
        this.clock = clock;
    }

    /// @param stored false when it was there already, and nothing was written
    public record Kept(Document document, boolean stored) {}

    /// @param id of a new document: derived from the request when it may be repeated
    /// @throws dev.kept.domain.error.InvalidRequest naming the field at fault
    /// @throws Conflict when others write the same document without end
    public Kept keep(Owner owner, DocumentId id, DocumentDraft draft) {
        PreparedDocument prepared = prepare.prepare(draft);
        Conflict last = Conflict.versionRace("document", id.value());
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return tryToKeep(owner, id, prepared);
            } catch (Conflict overtaken) {
                last = overtaken;
            }
        }
        throw Conflict.because(String.valueOf(last.getMessage()));
    }

    private Kept tryToKeep(Owner owner, DocumentId id, PreparedDocument prepared) {
        Document.Description wanted = prepared.description();
        Optional<Document> same = documents.withContent(owner, wanted.projectId(), prepared.contentHash());
        Optional<Document> there = wanted.uri().flatMap(uri -> documents.underUri(owner, wanted.projectId(), uri));
        if (same.isEmpty()) {
            return put(owner, there, id, prepared);
        }
        there.filter(outdated -> !outdated.id().equals(same.get().id()))
                .ifPresent(outdated -> documents.delete(owner, outdated.id()));
        return again(same.get(), id, prepared);
    }

    private Kept again(Document same, DocumentId id, PreparedDocument prepared) {
        Document.Description before = same.description();
        Document.Description wanted =
                prepared.description().withUri(prepared.description().uri().or(before::uri));
        boolean elsewhere = before.uri().isPresent() && !before.uri().equals(wanted.uri());
        if (elsewhere || before.equals(wanted)) {
            // A request that is repeated meets what its first try wrote.
            return new Kept(same, same.id().equals(id));
        }
        return put(
                same.owner(),
                Optional.of(same),
                id,
                new PreparedDocument(wanted, prepared.content(), prepared.contentHash(), prepared.chunks()));
    }

    private Kept put(Owner owner, Optional<Document> before, DocumentId id, PreparedDocument prepared) {
        Instant now = clock.instant();
        Document document = new Document(
                owner,
                before.map(Document::id).orElse(id),
                prepared.description(),
                prepared.contentHash(),
                ids.edition(),
                prepared.chunks().size(),
                before.map(Document::createdAt).orElse(now),
                now,
                before.map(Document::version).orElse(0L) + 1);
        documents.put(document, prepared.content(), prepared.chunks());
        return new Kept(document, true);
    }
}
