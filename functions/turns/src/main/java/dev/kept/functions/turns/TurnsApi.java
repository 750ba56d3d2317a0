package dev.kept.functions.turns;

import dev.kept.application.redaction.Redactor;
import dev.kept.application.session.IngestTurns;
import dev.kept.application.session.SessionTails;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnQuery;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.session.Utterance;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.runtime.body.TurnsBody;
import dev.kept.runtime.http.Idempotent;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.RequestIdentity;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.ListView;
import dev.kept.runtime.view.TurnView;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The routes of turns.
@Singleton
final class TurnsApi {
    private final SessionStore sessions;
    private final TurnStore turns;
    private final IngestTurns ingestTurns;
    private final Routes routes;

    TurnsApi(
            SessionStore sessions,
            TurnStore turns,
            Cache cache,
            IdempotencyStore idempotency,
            Metrics metrics,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        this.sessions = sessions;
        this.turns = turns;
        SessionTails tails = new SessionTails(cache, metrics);
        this.ingestTurns = new IngestTurns(turns, Redactor.forPolicy(redactPersonal), clock, tails);
        Idempotent idempotent = new Idempotent(idempotency, clock);
        this.routes = new Routes()
                .on("POST /v1/sessions/{sessionId}/turns", idempotent.route(this::ingest))
                .on("GET /v1/sessions/{sessionId}/turns", this::inSession)
                .on("GET /v1/turns", this::acrossSessions);
    }

    Routes routes() {
        return routes;
    }

    private Reply ingest(Request request, RequestIdentity identity) {
        List<Utterance> utterances = request.body(TurnsBody.class).utterances(identity.firstSeenAt());
        AppendedTurns appended = ingestTurns.ingest(
                request.owner(), new SessionId(request.path("sessionId")), identified(utterances, identity));
        return Reply.accepted(new Accepted(
                        appended.turns().stream().map(Receipt::of).toList(),
                        appended.operationId().value()))
                .telling("turns", utterances.size());
    }

    /// Turns without an id of their own get one from the idempotency key, so that a repetition finds them again.
    private static List<Utterance> identified(List<Utterance> utterances, RequestIdentity identity) {
        if (identity.key().isEmpty()) {
            return utterances;
        }
        List<Utterance> identified = new ArrayList<>();
        for (Utterance utterance : utterances) {
            String id = "request:" + identity.key().get() + ":" + identified.size();
            identified.add(utterance.clientId().isPresent() ? utterance : utterance.withClientId(id));
        }
        return identified;
    }

    private Reply inSession(Request request) {
        request.allowQuery("limit", "cursor");
        SessionId id = new SessionId(request.path("sessionId"));
        if (sessions.find(request.owner(), id).isEmpty()) {
            throw new NotFound("session", id.value());
        }
        return Reply.ok(ListView.of(turns.inSession(request.owner(), id, request.page()), TurnView::of));
    }

    private Reply acrossSessions(Request request) {
        request.allowQuery("projectId", "from", "to", "limit", "cursor");
        TurnQuery query = new TurnQuery(
                request.query("projectId").map(ProjectId::new), request.instant("from"), request.instant("to"));
        return Reply.ok(ListView.of(turns.list(request.owner(), query, request.page()), TurnView::of));
    }

    record Accepted(List<Receipt> turns, String operationId) {}

    record Receipt(String turnId, Optional<String> id, String status) {
        static Receipt of(AppendedTurns.Receipt receipt) {
            return new Receipt(
                    receipt.turnId().value(), receipt.clientId(), receipt.duplicate() ? "duplicate" : "accepted");
        }
    }
}
