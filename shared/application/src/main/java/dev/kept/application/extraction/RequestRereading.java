package dev.kept.application.extraction;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.project.ProjectSettingsStore;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStore;
import java.time.Clock;
import java.util.Optional;

/// Asks for a session to be read again; see {@link RereadSession}. While it is being read again, asking once more is
/// the same request.
public final class RequestRereading {
    private final SessionStore sessions;
    private final ProjectSettingsStore settings;
    private final ExtractionLedger ledger;
    private final Ids ids;
    private final Clock clock;

    public RequestRereading(
            SessionStore sessions, ProjectSettingsStore settings, ExtractionLedger ledger, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.ledger = ledger;
        this.ids = new Ids(clock);
        this.clock = clock;
    }

    /// @throws NotFound when the owner has no such session
    /// @throws Conflict while extraction is off in the session's project: it would find nothing, and all would go
    public OperationId request(Owner owner, SessionId id) {
        Session session = sessions.find(owner, id).orElseThrow(() -> new NotFound("session", id.value()));
        session.details().projectId().ifPresent(project -> {
            if (!settings.find(owner, project).extracts()) {
                throw Conflict.because("extraction is off in project " + project);
            }
        });
        Operation operation = new Operation(
                ids.operation(),
                owner,
                Operation.Kind.RE_EXTRACTION,
                id,
                Optional.empty(),
                session.activity().lastTurnId(),
                clock.instant());
        return ledger.startRereading(operation);
    }
}
