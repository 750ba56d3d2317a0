package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionTail;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.TurnQuery;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Turns in the sessions table.
final class DynamoDbTurnStore implements TurnStore {
    private final Dynamo dynamo;
    private final SessionsTable table;
    private final Contents contents;
    private final Ids ids;

    DynamoDbTurnStore(Dynamo dynamo, SessionsTable table, Contents contents, Ids ids) {
        this.dynamo = dynamo;
        this.table = table;
        this.contents = contents;
        this.ids = ids;
    }

    @Override
    public AppendedTurns append(
            SessionRef session, List<Utterance> utterances, Instant now, Optional<SessionTail> thought) {
        return new Append(dynamo, table, contents, ids, session, utterances, now, thought).run();
    }

    @Override
    public Page<Turn> inSession(Owner owner, SessionId session, PageRequest page) {
        return new PagedQuery<>(dynamo, owner.key(), table.turns(owner, session), "", this::turn).page(page);
    }

    @Override
    public List<Turn> after(Owner owner, SessionId session, Optional<TurnId> cursor, int limit) {
        Range all = table.turns(owner, session);
        Range rest =
                cursor.map(last -> all.after(Keys.sessionOrder(session, last))).orElse(all);
        return turns(rest, limit);
    }

    @Override
    public List<Turn> upTo(Owner owner, SessionId session, Optional<TurnId> last, int limit) {
        Range all = table.turns(owner, session).reversed();
        Range wanted = last.map(id -> all.upTo(Keys.sessionOrder(session, id))).orElse(all);
        return turns(wanted, limit).reversed();
    }

    @Override
    public Page<Turn> list(Owner owner, TurnQuery query, PageRequest page) {
        Index index = query.projectId().isPresent() ? Index.BY_PROJECT : Index.BY_TIME;
        Range all = Range.of(table.name(), index, Keys.turnsOf(owner, query.projectId()));
        Range range = all.between(
                query.from().map(Times::format).orElse(all.low()),
                query.to().map(Times::format).orElse(all.high()));
        return new PagedQuery<>(dynamo, owner.key(), range, query, this::turn).page(page);
    }

    private List<Turn> turns(Range range, int limit) {
        return dynamo.first(range, limit).stream()
                .flatMap(item -> turn(item).stream())
                .toList();
    }

    private Optional<Turn> turn(Item item) {
        return TurnItem.read(item, contents);
    }
}
