package dev.kept.application.extraction;

import java.util.List;

/// Something that has a name.
///
/// @param name canonical
record Entity(String name, String kind, List<String> aliases) {
    static final String NAME = "name";
    static final String PERSON = "person";
    static final String TECHNOLOGY = "technology";
    static final String CODE = "code";

    Entity {
        aliases = List.copyOf(aliases);
    }
}
