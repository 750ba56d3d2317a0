package dev.kept.application.context;

import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.id.Owner;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionQuery;
import dev.kept.domain.session.SessionStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where the last session stopped: its title and summary, and its last turns. It is the parent when
/// the session that asks names one, else the latest of the project that began before it.
final class LastSession {
    private static final int SESSIONS = 20;
    private static final int TURNS = 12;
    private static final double NOTE_VALUE = 1;
    private static final double TURN_VALUE = 0.6;
    private static final double EARLIER_TURN = 0.9;

    private final SessionStore sessions;
    private final SearchSource source;

    LastSession(SessionStore sessions, SearchSource source) {
        this.sessions = sessions;
        this.source = source;
    }

    List<Candidate> before(ContextRequest request) {
        Optional<Session> asking = request.sessionId().flatMap(id -> sessions.find(request.owner(), id));
        return parent(request.owner(), asking)
                .or(() -> latest(request, asking))
                .map(this::candidates)
                .orElse(List.of());
    }

    private Optional<Session> parent(Owner owner, Optional<Session> asking) {
        return asking.flatMap(session -> session.details().parentSessionId()).flatMap(id -> sessions.find(owner, id));
    }

    private Optional<Session> latest(ContextRequest request, Optional<Session> asking) {
        SessionQuery ofProject = new SessionQuery(
                request.projectId(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return sessions.list(request.owner(), ofProject, PageRequest.first(SESSIONS)).items().stream()
                .filter(session -> asking.map(own -> isEarlier(session, own)).orElse(true))
                .filter(session -> session.activity().turnCount() > 0
                        || session.activity().summary().isPresent())
                .findFirst();
    }

    private static boolean isEarlier(Session session, Session own) {
        return !session.id().equals(own.id())
                && !session.activity().startedAt().isAfter(own.activity().startedAt());
    }

    private List<Candidate> candidates(Session session) {
        List<Candidate> candidates = new ArrayList<>();
        note(session).ifPresent(candidates::add);
        double value = TURN_VALUE;
        for (SearchRecord turn : lastTurns(session)) {
            String why = "said near the end of session " + session.id();
            candidates.add(new Candidate(SectionName.LAST_SESSION, new Subject.Recalled(turn), value, why));
            value *= EARLIER_TURN;
        }
        return candidates;
    }

    private static Optional<Candidate> note(Session session) {
        Session.Activity activity = session.activity();
        String about = Stream.concat(session.details().title().stream(), activity.summary().stream())
                .reduce((title, summary) -> title + ": " + summary)
                .orElse("");
        String text = Subject.day(activity.startedAt()) + (about.isBlank() ? "" : ", " + about);
        String why = "what session " + session.id() + " was about";
        Subject note = new Subject.Note(session.id().value(), activity.startedAt(), text);
        return about.isBlank()
                ? Optional.empty()
                : Optional.of(new Candidate(SectionName.LAST_SESSION, note, NOTE_VALUE, why));
    }

    /// What people said, newest first; tool output and system prompts are long and say little about
    /// where work stopped.
    private List<SearchRecord> lastTurns(Session session) {
        SearchFilter all = SearchFilter.of(session.owner(), Optional.empty());
        SearchFilter ofSession = new SearchFilter(
                all.owner(),
                all.projectId(),
                Optional.of(session.id()),
                Set.of(Kind.TURN),
                all.types(),
                all.entities(),
                all.tags(),
                all.from(),
                all.to(),
                all.asOf());
        return source.newest(ofSession, 2 * TURNS).stream()
                .filter(turn -> turn.role().map(LastSession::isPerson).orElse(true))
                .sorted(Comparator.comparing(SearchRecord::id).reversed())
                .limit(TURNS)
                .toList();
    }

    private static boolean isPerson(Role role) {
        return role == Role.USER || role == Role.ASSISTANT;
    }
}
