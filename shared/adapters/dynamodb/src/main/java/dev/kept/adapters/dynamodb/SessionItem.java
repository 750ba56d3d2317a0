package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.ExtractionProgress;
import dev.kept.domain.session.Rereading;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStatus;
import dev.kept.domain.session.SessionTail;
import dev.kept.domain.telemetry.TraceContext;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A session as an item. `deleting` hides a session whose parts are being removed.
final class SessionItem {
    static final String SESSION_ID = "sessionId";
    private static final String PROJECT_ID = "projectId";
    static final String LAST_TURN_ID = "lastTurnId";
    static final String TURN_COUNT = "turnCount";
    static final String CURSOR = "cursor";
    static final String FAILURE = "failure";
    static final String REREADING = "rereading";
    static final String REREADING_STEPS = "rereadingSteps";
    static final String REREADING_CURSOR = "rereadingCursor";
    static final String REREADING_UP_TO = "rereadingUpTo";
    static final String REREADING_FAILURE = "rereadingFailure";
    static final String DELETING = "deleting";
    static final Condition IS_THERE = Condition.exists(Attribute.ITEM).and(Condition.absent(DELETING));

    /// What a client changes; the other attributes belong to appending and to extraction.
    static final List<String> CHANGEABLE = List.of(
            PROJECT_ID,
            "title",
            "parentSessionId",
            "tags",
            "metadata",
            "status",
            "endedAt",
            "endReason",
            "summary",
            "updatedAt",
            Attribute.PROJECT_KEY,
            Attribute.OPEN_SHARD,
            TraceContext.NAME);

    /// What puts a session into lists; gone as soon as its deletion starts.
    static final List<String> LISTED = List.of(
            Attribute.TIME_KEY,
            Attribute.TIME_SORT,
            Attribute.PROJECT_KEY,
            Attribute.OPEN_SHARD,
            Attribute.BEHIND_SHARD,
            Attribute.BEHIND_SINCE);

    private SessionItem() {}

    static Item write(Key key, Session session) {
        Owner owner = session.owner();
        Session.Details details = session.details();
        Session.Activity activity = session.activity();
        Item item = Item.at(key)
                .put(SESSION_ID, session.id().value())
                .put(PROJECT_ID, details.projectId())
                .put("title", details.title())
                .put("parentSessionId", details.parentSessionId())
                .put("tags", details.tags())
                .put("metadata", details.metadata())
                .put(Attribute.TIME_KEY, Keys.sessionsOf(owner, Optional.empty()))
                .put(Attribute.TIME_SORT, Keys.timeSort(activity.startedAt(), session.id()))
                .put(
                        Attribute.PROJECT_KEY,
                        details.projectId().map(project -> Keys.sessionsOf(owner, Optional.of(project))))
                .put(CURSOR, session.extraction().cursor())
                .put(FAILURE, session.extraction().failure())
                .put(Attribute.VERSION, session.version());
        if (session.isActive()) {
            item.put(Attribute.OPEN_SHARD, Keys.openShard(owner, session.id()));
        }
        return Traced.mark(put(item, activity));
    }

    private static Item put(Item item, Session.Activity activity) {
        return item.put("status", activity.status())
                .put("startedAt", activity.startedAt())
                .put(Attribute.LAST_ACTIVITY_AT, activity.lastActivityAt())
                .put("endedAt", activity.endedAt())
                .put("endReason", activity.endReason())
                .put("summary", activity.summary())
                .put(TURN_COUNT, activity.turnCount())
                .put(LAST_TURN_ID, activity.lastTurnId())
                .put("createdAt", activity.createdAt())
                .put("updatedAt", activity.updatedAt());
    }

    static SessionTail tail(Item item) {
        return new SessionTail(
                item.optional(PROJECT_ID).map(ProjectId::new),
                item.optional(LAST_TURN_ID).map(TurnId::new),
                item.number(TURN_COUNT));
    }

    /// Nothing that a turn takes from its session has changed.
    static Condition endsAt(SessionTail tail) {
        return Condition.unchanged(LAST_TURN_ID, tail.lastTurnId().map(TurnId::value))
                .and(Condition.equal(TURN_COUNT, tail.turnCount()))
                .and(Condition.unchanged(PROJECT_ID, tail.projectId().map(ProjectId::value)));
    }

    static boolean isDeleting(Item item) {
        return item.flag(DELETING);
    }

    static SessionRef ref(Item item) {
        String id = item.text(Attribute.ITEM).substring(Keys.SESSION.length());
        return new SessionRef(Owner.parse(item.text(Attribute.OWNER)), new SessionId(id));
    }

    static Session read(Item item) {
        return new Session(
                Owner.parse(item.text(Attribute.OWNER)),
                new SessionId(item.text(SESSION_ID)),
                details(item),
                activity(item),
                new ExtractionProgress(item.optional(CURSOR).map(TurnId::new), item.optional(FAILURE), rereading(item)),
                item.number(Attribute.VERSION));
    }

    private static Optional<Rereading> rereading(Item item) {
        return item.optional(REREADING)
                .map(operation -> new Rereading(
                        new OperationId(operation),
                        (int) item.number(REREADING_STEPS),
                        item.optional(REREADING_CURSOR).map(TurnId::new),
                        new TurnId(item.text(REREADING_UP_TO)),
                        item.optional(REREADING_FAILURE)));
    }

    private static Session.Details details(Item item) {
        return new Session.Details(
                item.optional(PROJECT_ID).map(ProjectId::new),
                item.optional("title"),
                item.optional("parentSessionId").map(SessionId::new),
                new TreeSet<>(item.texts("tags")),
                item.json("metadata"));
    }

    private static Session.Activity activity(Item item) {
        return new Session.Activity(
                item.constant(SessionStatus.class, "status"),
                item.time("startedAt"),
                item.time(Attribute.LAST_ACTIVITY_AT),
                item.optionalTime("endedAt"),
                item.optional("endReason"),
                item.optional("summary"),
                item.number(TURN_COUNT),
                item.optional(LAST_TURN_ID).map(TurnId::new),
                item.time("createdAt"),
                item.time("updatedAt"));
    }
}
