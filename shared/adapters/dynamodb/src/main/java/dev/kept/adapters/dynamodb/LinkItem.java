package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.SessionLink;

/// A tie between two sessions; it is stored under both.
final class LinkItem {
    private LinkItem() {}

    static Update write(Key key, SessionLink link) {
        Condition always = Condition.exists(Attribute.ITEM).or(Condition.absent(Attribute.ITEM));
        return new Update(key, always)
                .set("from", link.from().value())
                .set("to", link.to().value())
                .set("relation", link.relation().name())
                .setIfAbsent("createdAt", Times.format(link.createdAt()));
    }

    static SessionLink read(Item item) {
        return new SessionLink(
                new SessionId(item.text("from")),
                new SessionId(item.text("to")),
                item.constant(SessionLink.Relation.class, "relation"),
                item.time("createdAt"));
    }
}
