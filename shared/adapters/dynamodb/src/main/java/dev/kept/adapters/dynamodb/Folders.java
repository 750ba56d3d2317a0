package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;

/// Where large content lies in the bucket. An owner's content has prefixes of its own, so that it
/// can be found and erased as a whole. No part of a path is an id alone: an id may be `..`.
final class Folders {
    private Folders() {}

    static String turns(Owner owner, SessionId session) {
        return "turns/" + of(owner) + "/session=" + session;
    }

    static String contexts(Owner owner) {
        return "contexts/" + of(owner);
    }

    static String documents(Owner owner) {
        return "documents/" + of(owner);
    }

    static String replies(String user) {
        return "replies/user=" + user;
    }

    private static String of(Owner owner) {
        return owner.key().replace('#', '=');
    }
}
