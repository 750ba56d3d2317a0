package dev.kept.application.extraction.names;

import java.util.List;

/// Something that has a name.
///
/// @param name canonical
public record Entity(String name, String kind, List<String> aliases) {
    /// Kind of a name of which nothing more is known.
    public static final String NAME = "name";
    public static final String PERSON = "person";
    public static final String TECHNOLOGY = "technology";
    public static final String CODE = "code";

    public Entity {
        aliases = List.copyOf(aliases);
    }
}
