package dev.kept.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The requests of a session, each logged with its answer.
final class Requests {
    static final String SITTING = "sitting";
    static final String EXCHANGE = "exchange";
    private static final String SESSION_ID = "sessionId";
    private static final String STATUS = "status";
    private static final String MILLIS = "millis";
    private static final String BODY = "body";

    private final RequestLog log;

    Requests(RequestLog log) {
        this.log = log;
    }

    ChainBuilder start() {
        return send("session-start", "/v1/sessions", session -> sitting(session).start())
                .exec(Requests::withSessionId);
    }

    ChainBuilder turns() {
        return send("turns", "/v1/sessions/#{sessionId}/turns", exchange(Sitting::turns));
    }

    ChainBuilder search() {
        return send("search", "/v1/search", exchange(Sitting::search));
    }

    ChainBuilder context() {
        return send("context", "/v1/context", exchange(Sitting::context));
    }

    ChainBuilder end() {
        return send("session-end", "/v1/sessions/#{sessionId}/end", _ -> "{}");
    }

    static boolean isStarted(Session session) {
        return session.contains(SESSION_ID);
    }

    static Sitting sitting(Session session) {
        return Objects.requireNonNull(session.<Sitting>get(SITTING));
    }

    private static Function<Session, String> exchange(BiFunction<Sitting, Integer, String> body) {
        return session -> body.apply(sitting(session), session.getInt(EXCHANGE));
    }

    /// The first check keeps the status whatever it is; the second makes Gatling's report count it as failed.
    private ChainBuilder send(String kind, String path, Function<Session, String> body) {
        return exec(session -> session.removeAll(STATUS, MILLIS, BODY))
                .exec(http(kind)
                        .post(path)
                        .body(StringBody(body))
                        .check(
                                status().saveAs(STATUS),
                                status().in(200, 201, 202),
                                responseTimeInMillis().saveAs(MILLIS),
                                bodyString().saveAs(BODY)))
                .exec(session -> logged(kind, session));
    }

    private Session logged(String kind, Session session) {
        int millis = session.contains(MILLIS) ? session.getInt(MILLIS) : 0;
        int status = session.contains(STATUS) ? session.getInt(STATUS) : 0;
        // What started a session is logged with the id that its answer brings.
        Session known = kind.equals("session-start") ? withSessionId(session) : session;
        String id = known.contains(SESSION_ID) ? known.getString(SESSION_ID) : "";
        log.add(
                new RequestLog.Request(
                        System.currentTimeMillis() - millis,
                        kind,
                        status,
                        millis,
                        sitting(session).user(),
                        id),
                body(session));
        return session;
    }

    private static Session withSessionId(Session session) {
        String id = RequestLog.read(body(session)).path(SESSION_ID).asText();
        return id.isEmpty() ? session : session.set(SESSION_ID, id);
    }

    private static String body(Session session) {
        return session.contains(BODY) ? session.getString(BODY) : "";
    }
}
