package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionQuery;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sessions in the sessions table.
final class DynamoDbSessionStore implements SessionStore {
    private final Dynamo dynamo;
    private final SessionsTable table;
    private final SessionRemoval removal;
    private final Shards shards;

    DynamoDbSessionStore(Dynamo dynamo, SessionsTable table, SessionRemoval removal) {
        this.dynamo = dynamo;
        this.table = table;
        this.removal = removal;
        this.shards = new Shards(dynamo);
    }

    @Override
    public void create(Session session) {
        Item item = SessionItem.write(table.sessionKey(session.owner(), session.id()), session);
        if (dynamo.put(table.name(), item, Condition.absent(Attribute.ITEM)) instanceof Written.Refused) {
            throw Conflict.exists("session", session.id().value());
        }
    }

    @Override
    public Optional<Session> find(Owner owner, SessionId id) {
        return table.session(owner, id).map(SessionItem::read);
    }

    @Override
    public Session update(Session changed) {
        return switch (dynamo.update(change(changed))) {
            case Written.Done(Item item) -> SessionItem.read(item);
            case Written.Refused(Item item) -> throw refused(changed, item);
        };
    }

    @Override
    public Session end(Session ended, Operation finalExtraction) {
        return Contention.retry("session " + ended.id(), () -> tryToEnd(ended, finalExtraction));
    }

    private Optional<Session> tryToEnd(Session ended, Operation finalExtraction) {
        Optional<Transaction.Cancelled> cancelled = dynamo.transaction()
                .update(change(ended))
                .put(table.name(), table.operation(finalExtraction))
                .commit();
        if (cancelled.isEmpty()) {
            return Optional.of(find(ended.owner(), ended.id()).orElseThrow(() -> gone(ended)));
        }
        cancelled.get().refused().values().forEach(item -> {
            throw refused(ended, item);
        });
        return Optional.empty();
    }

    @Override
    public Page<Session> list(Owner owner, SessionQuery query, PageRequest page) {
        Index index = query.projectId().isPresent() ? Index.BY_PROJECT : Index.BY_TIME;
        Range all = Range.of(table.name(), index, Keys.sessionsOf(owner, query.projectId()));
        Range range = all.between(
                        query.from().map(Times::format).orElse(all.low()),
                        query.to().map(Times::format).orElse(all.high()))
                .reversed();
        return new PagedQuery<>(
                        dynamo,
                        owner.key(),
                        range,
                        query,
                        item -> Optional.of(SessionItem.read(item)).filter(query::admits))
                .page(page);
    }

    @Override
    public boolean delete(Owner owner, SessionId id) {
        return removal.remove(owner, id);
    }

    @Override
    public void link(Owner owner, SessionLink link) {
        Contention.retry("session " + link.from(), () -> tryToLink(owner, link));
    }

    private Optional<Boolean> tryToLink(Owner owner, SessionLink link) {
        Optional<Transaction.Cancelled> cancelled = dynamo.transaction()
                .check(table.sessionKey(owner, link.from()), SessionItem.IS_THERE)
                .check(table.sessionKey(owner, link.to()), SessionItem.IS_THERE)
                .update(LinkItem.write(table.key(owner, Keys.link(link.from(), link.to())), link))
                .update(LinkItem.write(table.key(owner, Keys.link(link.to(), link.from())), link))
                .commit();
        cancelled.ifPresent(reasons -> reasons.refused().forEach((place, _) -> {
            throw new NotFound("session", (place == 0 ? link.from() : link.to()).value());
        }));
        return cancelled.isEmpty() ? Optional.of(true) : Optional.empty();
    }

    @Override
    public List<SessionLink> links(Owner owner, SessionId id) {
        return dynamo.first(table.items(owner, Keys.links(id)), Integer.MAX_VALUE).stream()
                .map(LinkItem::read)
                .toList();
    }

    @Override
    public List<SessionRef> idleSince(Instant before, int limit) {
        return shards.oldest(table.name(), Index.OPEN_SESSIONS, "OPEN#", before, limit).stream()
                .map(SessionItem::ref)
                .toList();
    }

    @Override
    public List<SessionRef> activeSince(Instant after, int limit) {
        return shards.latest(table.name(), Index.OPEN_SESSIONS, "OPEN#", after, limit).stream()
                .map(SessionItem::ref)
                .toList();
    }

    @Override
    public List<SessionRef> behindSince(Instant before, int limit) {
        return shards.oldest(table.name(), Index.BEHIND, "BEHIND#", before, limit).stream()
                .map(SessionItem::ref)
                .toList();
    }

    private Update change(Session changed) {
        Key key = table.sessionKey(changed.owner(), changed.id());
        Condition condition =
                Condition.equal(Attribute.VERSION, changed.version()).and(SessionItem.IS_THERE);
        return new Update(key, condition)
                .copy(SessionItem.write(key, changed), SessionItem.CHANGEABLE)
                .add(Attribute.VERSION, 1);
    }

    private static RuntimeException refused(Session changed, Item stored) {
        boolean isThere = stored.has(Attribute.ITEM) && !SessionItem.isDeleting(stored);
        return isThere ? Conflict.versionRace("session", changed.id().value()) : gone(changed);
    }

    private static NotFound gone(Session session) {
        return new NotFound("session", session.id().value());
    }
}
