package dev.kept.domain.id;

/// Whose records these are: a user's own or those of a space. Every key, query and index route starts with it.
///
/// @param kind what owns
/// @param id the user's or the space's id
public record Owner(Kind kind, String id) {
    public enum Kind {
        USER,
        SPACE
    }

    public Owner {
        Identifiers.check("owner", id);
    }

    public static Owner of(UserId user) {
        return new Owner(Kind.USER, user.value());
    }

    public static Owner of(SpaceId space) {
        return new Owner(Kind.SPACE, space.value());
    }

    /// Reads back what {@link #key()} wrote.
    public static Owner parse(String key) {
        int separator = key.indexOf('#');
        if (separator < 0) {
            throw new IllegalArgumentException("not an owner key");
        }
        return new Owner(Kind.valueOf(key.substring(0, separator)), key.substring(separator + 1));
    }

    /// The partition key: `USER#u1` or `SPACE#s1`.
    public String key() {
        return kind + "#" + id;
    }
}
