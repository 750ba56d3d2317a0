package dev.kept.functions.documents;

import dev.kept.application.document.DocumentDraft;
import dev.kept.application.document.KeepDocument;
import dev.kept.application.document.PrepareDocument;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentQuery;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SpaceId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.runtime.body.DocumentBody;
import dev.kept.runtime.http.Idempotent;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.RequestIdentity;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.DocumentView;
import dev.kept.runtime.view.ListView;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;

/// The routes of documents.
@Singleton
final class DocumentsApi {
    private final DocumentStore documents;
    private final PrepareDocument prepareDocument;
    private final KeepDocument keepDocument;
    private final Ids ids;
    private final Routes routes;

    DocumentsApi(
            DocumentStore documents,
            IdempotencyStore idempotency,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        this.documents = documents;
        this.prepareDocument = new PrepareDocument(Redactor.forPolicy(redactPersonal));
        this.keepDocument = new KeepDocument(documents, prepareDocument, clock);
        this.ids = new Ids(clock);
        Idempotent idempotent = new Idempotent(idempotency, clock);
        this.routes = new Routes()
                .on("POST /v1/documents", idempotent.route(this::keep))
                .on("POST /v1/documents/preview", this::preview)
                .on("GET /v1/documents", this::list)
                .on("GET /v1/documents/{documentId}", this::find)
                .on("DELETE /v1/documents/{documentId}", idempotent.route((request, _) -> delete(request)));
    }

    Routes routes() {
        return routes;
    }

    private Reply keep(Request request, RequestIdentity identity) {
        DocumentId id = identity.key()
                .map(key -> Ids.document(identity.firstSeenAt(), key))
                .orElseGet(ids::document);
        KeepDocument.Kept kept = keepDocument.keep(request.owner(), id, draft(request.body(DocumentBody.class)));
        Document document = kept.document();
        DocumentView view = DocumentView.of(document);
        return (kept.stored() ? Reply.created(view) : Reply.ok(view)).version(document.version());
    }

    private Reply preview(Request request) {
        request.owner();
        var prepared = prepareDocument.prepare(draft(request.body(DocumentBody.class)));
        return Reply.ok(DocumentView.Preview.of(prepared.description(), prepared.contentHash(), prepared.chunks()));
    }

    private Reply list(Request request) {
        request.allowQuery("projectId", "spaceId", "uri", "limit", "cursor");
        request.query("spaceId").ifPresent(space -> {
            throw new NotFound("space", new SpaceId(space).value());
        });
        DocumentQuery query = new DocumentQuery(request.query("projectId").map(ProjectId::new), request.query("uri"));
        return Reply.ok(ListView.of(documents.list(request.owner(), query, request.page()), DocumentView::of));
    }

    private Reply find(Request request) {
        DocumentId id = documentId(request);
        DocumentStore.Whole whole =
                documents.read(request.owner(), id).orElseThrow(() -> new NotFound("document", id.value()));
        return Reply.ok(DocumentView.Whole.of(whole)).version(whole.document().version());
    }

    private Reply delete(Request request) {
        DocumentId id = documentId(request);
        if (!documents.delete(request.owner(), id)) {
            throw new NotFound("document", id.value());
        }
        return Reply.noContent();
    }

    private static DocumentId documentId(Request request) {
        return new DocumentId(request.path("documentId"));
    }

    private static DocumentDraft draft(DocumentBody body) {
        return new DocumentDraft(
                body.title(),
                body.content(),
                body.uri(),
                body.project(),
                body.format(),
                body.language(),
                body.tags().orElseGet(TreeSet::new),
                body.metadata().orElse(Map.of()));
    }
}
