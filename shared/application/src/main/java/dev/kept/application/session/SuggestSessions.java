package dev.kept.application.session;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionQuery;
import dev.kept.domain.session.SessionStore;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Suggests earlier sessions that a session probably goes on from: of the same project, recent,
/// about the same. Those that it is tied to already are left out.
public final class SuggestSessions {
    private static final int SESSIONS = PageRequest.LIMIT_MAX;

    private final SessionStore sessions;

    public SuggestSessions(SessionStore sessions) {
        this.sessions = sessions;
    }

    /// @param score 0 to 1
    /// @param reason what speaks for it, for people
    public record Suggestion(Session session, double score, String reason) {}

    /// @return best first
    /// @throws NotFound when the owner has no such session
    public List<Suggestion> suggest(Owner owner, SessionId id, int limit) {
        Session session = sessions.find(owner, id).orElseThrow(() -> new NotFound("session", id.value()));
        Set<SessionId> known = tied(session);
        return earlier(session)
                .filter(candidate -> known.add(candidate.id()))
                .map(candidate -> Kinship.between(session, candidate))
                .filter(kinship -> kinship.score() > 0)
                .map(kinship -> new Suggestion(kinship.earlier(), kinship.score(), kinship.reason()))
                .sorted(Comparator.comparingDouble(Suggestion::score)
                        .thenComparing(suggestion -> suggestion.session().id())
                        .reversed())
                .limit(limit)
                .toList();
    }

    /// Of its project first, so that a busy user's other sessions do not crowd them out.
    private Stream<Session> earlier(Session session) {
        return Stream.of(session.details().projectId(), Optional.<ProjectId>empty())
                .distinct()
                .map(project -> new SessionQuery(
                        project, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .flatMap(query -> sessions.list(session.owner(), query, PageRequest.first(SESSIONS)).items().stream())
                .filter(candidate -> !candidate
                        .activity()
                        .startedAt()
                        .isAfter(session.activity().startedAt()))
                .filter(candidate -> candidate.activity().turnCount() > 0
                        || candidate.activity().summary().isPresent());
    }

    private Set<SessionId> tied(Session session) {
        Set<SessionId> tied = new HashSet<>(Set.of(session.id()));
        session.details().parentSessionId().ifPresent(tied::add);
        for (SessionLink link : sessions.links(session.owner(), session.id())) {
            tied.add(link.from());
            tied.add(link.to());
        }
        return tied;
    }
}
