package dev.kept.application.extraction.trial;

import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionQuery;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.TurnStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the newest turns of one session, or of as many as it takes, newest session first.
final class NewestTurns {
    private static final int SESSIONS_A_PAGE = 20;
    private static final int SESSIONS_MAX = 60;

    private final SessionStore sessions;
    private final TurnStore turns;

    NewestTurns(SessionStore sessions, TurnStore turns) {
        this.sessions = sessions;
        this.turns = turns;
    }

    /// Turns of one session, with those before them.
    record Sitting(Optional<ProjectId> project, ExtractionInput input) {}

    List<Sitting> read(RuleScope scope, Samples.Newest wanted) {
        if (wanted.session().isPresent()) {
            return List.of(sitting(session(scope, wanted.session().get()), wanted.turns()));
        }
        List<Sitting> found = new ArrayList<>();
        int left = wanted.turns();
        int looked = 0;
        Optional<String> cursor = Optional.empty();
        do {
            Page<Session> page = sessions.list(scope.owner(), query(scope), new PageRequest(SESSIONS_A_PAGE, cursor));
            for (Session session : page.items()) {
                looked++;
                Sitting sitting = sitting(session, left);
                left -= sitting.input().turns().size();
                found.add(sitting);
                if (left <= 0) {
                    return found;
                }
            }
            cursor = page.next();
        } while (cursor.isPresent() && looked < SESSIONS_MAX);
        return found;
    }

    private Session session(RuleScope scope, SessionId id) {
        Session session = sessions.find(scope.owner(), id).orElseThrow(() -> new NotFound("session", id.value()));
        if (scope.projectId().isPresent()
                && !scope.projectId().equals(session.details().projectId())) {
            throw new InvalidRequest("samples.sessionId", "must be a session of the project that the rules are for");
        }
        return session;
    }

    private Sitting sitting(Session session, int wanted) {
        List<Turn> last =
                turns.upTo(session.owner(), session.id(), Optional.empty(), wanted + ExtractionInput.LOOKBACK);
        int from = Math.max(0, last.size() - wanted);
        ExtractionInput input = new ExtractionInput(last.subList(0, from), last.subList(from, last.size()));
        return new Sitting(session.details().projectId(), input);
    }

    private static SessionQuery query(RuleScope scope) {
        return new SessionQuery(
                scope.projectId(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
